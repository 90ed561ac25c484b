import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { approve, getAnswer, sendBack } from '../answer-store.ts';
import { advanceAppeal } from '../appeal-store.ts';
import { deedView, viewDeed } from '../appeal-input.ts';
import { requireController, staffOf } from '../who-may.ts';

const answerId = z.uuid('appeals:refusals.noSuchAnswer');

/** By the leader who controls the appeal; a final answer then waits to be sent. */
export const approveAnswer = defineAction({
  name: 'appeals.approve-answer',
  title: { uk: 'Погодити відповідь', en: 'Approve an answer' },
  input: z.object({ answerId }),
  output: deedView,
  may: ['leader'],
  async run(deed, input) {
    const { caseId, id, kind } = await getAnswer(deed.tx, input.answerId);
    await requireController(deed.tx, deed.actor, caseId);
    const { staffId } = staffOf(deed.actor);
    const done = await advanceAppeal(deed, caseId, {
      event: kind === 'final' ? 'answer-approved' : 'interim-approved',
      ...(kind === 'final' ? { to: 'approved' } : {}),
      beside: approve(id, staffId, deed.now),
    });
    return viewDeed(done);
  },
});

/** Back to the executor, with what to mend. */
export const sendBackAnswer = defineAction({
  name: 'appeals.send-back-answer',
  title: { uk: 'Повернути відповідь на доопрацювання', en: 'Send an answer back' },
  input: z.object({
    answerId,
    remark: personal(z.string().trim().min(3, 'appeals:input.remarkMissing').max(2000)),
  }),
  output: deedView,
  may: ['leader'],
  async run(deed, { answerId: given, remark }) {
    const { caseId, id, kind, state } = await getAnswer(deed.tx, given);
    if (state !== 'draft') throw new Refusal('appeals:refusals.notADraft');
    await requireController(deed.tx, deed.actor, caseId);
    const done = await advanceAppeal(deed, caseId, {
      event: 'answer-sent-back',
      ...(kind === 'final' ? { to: 'in-work' } : {}),
      beside: sendBack(id, remark),
    });
    return viewDeed(done);
  },
});
