import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { findPersonalTraces } from '../../../kernel/audit/personal-traces.ts';
import { addAnswerFiles, MOST_FILES, publishAnswerFiles } from '../answer-files.ts';
import { redact, REDACTION_REASONS } from '../information-request.ts';
import { caseIdInput } from '../request-input.ts';
import { getRequestRow, insertRedactions } from '../request-store.ts';

/** What one asked may help everyone: the answer in the public journal, its hidden words with a reason. */
export const publishAnswer = defineAction({
  name: 'information-requests.publish-answer',
  title: { uk: 'Оприлюднити відповідь', en: 'Publish an answer' },
  may: ['registrar'],
  input: z.object({
    caseId: caseIdInput,
    redactions: z
      .array(
        z.object({
          fragment: personal(z.string().trim().min(2, 'information-requests:input.fragmentShort').max(2000)),
          reason: z.enum(REDACTION_REASONS, 'information-requests:input.redactionReasonMissing'),
        }),
      )
      .max(200)
      .default([]),
    /** Files of the answer that have nothing to hide. */
    fileIds: z.array(z.uuid()).max(MOST_FILES).default([]),
    /** New copies, in which what may not be shown is hidden. */
    redactedIds: z.array(z.uuid()).max(MOST_FILES).default([]),
    confirmed: z.boolean().refine((yes) => yes, 'information-requests:input.confirmMissing'),
  }),
  output: z.object({ published: z.string() }),
  async run(deed, { caseId, redactions, fileIds, redactedIds }) {
    const { answer } = await getRequestRow(deed.tx, caseId);
    if (answer === null || answer === '') throw new Refusal('information-requests:refusals.noAnswer');
    const published = redact(answer, redactions);
    const traces = findPersonalTraces(published);
    if (traces.length > 0) {
      const found = traces.join('», «');
      throw new Refusal('information-requests:refusals.personalData', { found }, 422);
    }
    await sql`
      update information_requests.requests set published_answer = ${published}, published_at = ${deed.now},
             published_by = ${deed.actor.staffId}
       where case_id = ${caseId}`.execute(deed.tx);
    await insertRedactions(deed, caseId, redactions);
    await addAnswerFiles(deed, caseId, redactedIds, { redacted: true });
    await publishAnswerFiles(deed, caseId, [...fileIds, ...redactedIds]);
    deed.about({ kind: 'case', id: caseId });
    return { published };
  },
});
