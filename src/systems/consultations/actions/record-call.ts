import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { answerAndTell } from '../answer-question.ts';
import { answerInput, emailInput, questionInput, serviceCodeInput } from '../question-input.ts';
import { keepQuestion } from '../question-store.ts';

export const recordCall = defineAction({
  name: 'consultations.record-call',
  title: { uk: 'Записати запитання телефоном', en: 'Record a question by telephone' },
  may: ['administrator', 'specialist', 'head'],
  input: z.object({
    question: questionInput,
    /** Said at once; null: we write later, so an address is needed. */
    answer: answerInput.nullable().default(null),
    email: emailInput.nullable().default(null),
    serviceCode: serviceCodeInput,
  }),
  output: z.object({ questionId: z.uuid(), state: z.enum(['asked', 'answered']) }),
  async run(deed, { answer, ...asked }) {
    if (answer === null && asked.email === null) {
      throw new Refusal('consultations:refusals.answerOrEmail', {}, 422);
    }
    const { id } = await keepQuestion(deed, { channel: 'telephone', ...asked });
    if (answer === null) return { questionId: id, state: 'asked' as const };
    await answerAndTell(deed, id, answer);
    return { questionId: id, state: 'answered' as const };
  },
});
