import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { readQuestions, requireAllAnswered } from '../../../kernel/cases/index.ts';
import { whenBroken } from '../../../kernel/database/when-broken.ts';
import { ANSWERS } from '../appeal.ts';
import { insertDraft } from '../answer-store.ts';
import { advanceAppeal } from '../appeal-store.ts';
import { caseIdInput, deedView, viewDeed } from '../appeal-input.ts';
import { requireExecutor, staffOf } from '../who-may.ts';

/** An interim answer tells how it goes; the final one has an outcome for each question. */
export const draftAnswer = defineAction({
  name: 'appeals.draft-answer',
  title: { uk: 'Підготувати відповідь', en: 'Draft an answer' },
  input: z.object({
    caseId: caseIdInput,
    kind: z.enum(['interim', 'final'], 'appeals:input.answerKindMissing'),
    text: personal(z.string().trim().min(10, 'appeals:input.answerMissing').max(20_000)),
    outcomes: z
      .array(
        z.object({ no: z.int().min(1).max(20), outcome: z.enum(ANSWERS, 'appeals:input.outcomeMissing') }),
      )
      .max(20)
      .default([]),
  }),
  output: deedView.extend({ answerId: z.uuid() }),
  may: ['specialist'],
  async run(deed, { caseId, kind, text, outcomes }) {
    const { staffId } = staffOf(deed.actor);
    const id = uuid();
    if (kind === 'final') requireAllAnswered(await readQuestions(deed.tx, caseId), outcomes);
    const advancing = advanceAppeal(deed, caseId, (found) => {
      requireExecutor(found, deed.actor);
      if (found.state !== 'in-work')
        throw new Refusal('appeals:refusals.noAnswerNow', { number: found.number });
      return {
        event: kind === 'final' ? 'answer-drafted' : 'interim-drafted',
        ...(kind === 'final' ? { to: 'on-approval' } : {}),
        executorId: staffId,
        beside: insertDraft(caseId, { id, kind, text, outcomes, by: staffId }, deed.now),
      };
    });
    const done = await whenBroken(advancing, { answers_one_final: 'appeals:refusals.answerUnderWay' });
    return { ...viewDeed(done), answerId: id };
  },
});
