import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { findPersonalTraces } from '../../../kernel/audit/personal-traces.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { searchable } from '../question.ts';
import { answerInput, questionInput, serviceCodeInput } from '../question-input.ts';
import { moveQuestion, serviceOf } from '../question-store.ts';

export const publishAnswer = defineAction({
  name: 'consultations.publish-answer',
  title: { uk: 'Оприлюднити відповідь у базі', en: 'Publish an answer in the base' },
  may: ['administrator', 'specialist', 'head'],
  input: z.object({
    questionId: z.uuid(),
    /** As everyone reads them: nobody's personal data are in them. */
    question: questionInput,
    answer: answerInput,
    serviceCode: serviceCodeInput,
    confirmed: z.coerce.boolean().refine((yes) => yes, 'consultations:input.confirmMissing'),
  }),
  output: z.object({ state: z.literal('published') }),
  async run(deed, { questionId, question, answer, serviceCode }) {
    const found = findPersonalTraces(`${question}\n${answer}`);
    if (found.length > 0) {
      throw new Refusal('consultations:refusals.personalData', { found: found.join('», «') }, 422);
    }
    const service = await serviceOf(deed.tx, serviceCode, kyivDate(deed.now));
    await moveQuestion(deed, questionId, 'published');
    const foundBy = searchable([question, answer, service?.name ?? ''].join(' '));
    await sql`
      insert into consultations.published
        (id, question, answer, service_code, service_name, published_at, published_by, found_by)
      values (${questionId}, ${question}, ${answer}, ${service?.code ?? null}, ${service?.name ?? null}, ${deed.now},
              ${deed.actor.staffId}, ${foundBy})`.execute(deed.tx);
    deed.about({ kind: 'question', id: questionId });
    return { state: 'published' as const };
  },
});
