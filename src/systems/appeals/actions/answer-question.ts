import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { readQuestions, writeOutcomes } from '../../../kernel/cases/index.ts';
import { ANSWERS } from '../appeal.ts';
import { advanceAppeal } from '../appeal-store.ts';
import { caseIdInput, deedView, viewDeed } from '../appeal-input.ts';
import { staffOf } from '../who-may.ts';

/** Who was given one question tells its outcome; the executor of the appeal puts the answer together. */
export const answerQuestion = defineAction({
  name: 'appeals.answer-question',
  title: { uk: 'Записати результат питання', en: 'Record the outcome of a question' },
  input: z.object({
    caseId: caseIdInput,
    no: z.int().min(1).max(20),
    outcome: z.enum(ANSWERS, 'appeals:input.outcomeMissing'),
    note: personal(z.string().trim().min(2, 'appeals:input.noteMissing').max(4000)),
  }),
  output: deedView,
  may: ['specialist'],
  async run(deed, { caseId, no, outcome, note }) {
    const { staffId, unitId } = staffOf(deed.actor);
    const question = (await readQuestions(deed.tx, caseId)).find((one) => one.no === no);
    const mine =
      question?.executorId === staffId || (question?.executorId === null && question.unitId === unitId);
    if (question === undefined || !mine) throw new Refusal('appeals:refusals.otherQuestion', {}, 403);
    const done = await advanceAppeal(deed, caseId, (found) => {
      if (found.state !== 'in-work')
        throw new Refusal('appeals:refusals.noAnswerNow', { number: found.number });
      return {
        event: 'question-answered',
        data: { no, outcome, note },
        beside: writeOutcomes(caseId, [{ no, outcome }], deed.now),
      };
    });
    return viewDeed(done);
  },
});
