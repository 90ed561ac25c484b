import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { listAnswerFiles } from '../answer-files.ts';
import { answerFileView } from '../request-input.ts';
import { REDACTION_REASONS, type RedactionReason } from '../information-request.ts';

interface Published {
  readonly number: string;
  readonly subject: string;
  readonly unit: string | null;
  readonly receivedOn: string;
  readonly answeredOn: string | null;
  readonly answer: string;
}

export const publishedAnswer = defineQuery({
  name: 'information-requests.published-answer',
  title: { uk: 'Оприлюднена відповідь', en: 'A published answer' },
  may: ['resident'],
  input: z.object({ caseId: z.uuid() }),
  output: z.object({
    number: z.string(),
    subject: z.string(),
    unit: z.string().nullable(),
    receivedOn: z.iso.date(),
    answeredOn: z.iso.date().nullable(),
    answer: z.string(),
    files: z.array(answerFileView),
    redactions: z.array(z.object({ reason: z.enum(REDACTION_REASONS), by: z.string(), count: z.int() })),
  }),
  async run({ tx }, { caseId }) {
    const { rows } = await sql<Published>`
      select c.number, r.subject, u.short_name as unit, r.received_on as "receivedOn",
             r.answered_on as "answeredOn", r.published_answer as answer
        from information_requests.requests r
        join kernel.cases c on c.id = r.case_id
        left join kernel.units u on u.id = c.unit_id
       where r.case_id = ${caseId} and r.published_at is not null`.execute(tx);
    const [found] = rows;
    if (found === undefined) throw notFound('information-requests:refusals.notPublished');
    // The office that hid the words, not the clerk's name: the reader needs whom to ask.
    const redactions = await sql<{ reason: RedactionReason; by: string; count: number }>`
      select d.reason, s.position as by, count(*)::int as count
        from information_requests.redactions d join kernel.staff s on s.id = d.redacted_by
       where d.case_id = ${caseId} group by 1, 2 order by 1`.execute(tx);
    const files = (await listAnswerFiles(tx, caseId)).filter(({ published }) => published);
    return { ...found, files, redactions: redactions.rows };
  },
});
