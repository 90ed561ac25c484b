import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { lockDue, writeCancellation } from '../due-store.ts';
import { readPaymentsOf } from '../payment-store.ts';

/** A wrong bill is cancelled, never changed; one that somebody paid is settled by refund or re-matching first. */
export const cancelDue = defineAction({
  name: 'fees.cancel-due',
  title: { uk: 'Скасувати нарахування', en: 'Cancel a due' },
  may: ['administrator', 'head'],
  input: z.object({
    dueId: z.uuid(),
    reason: personal(z.string().trim().min(3, 'fees:input.reasonMissing').max(500)),
  }),
  output: z.object({ state: z.literal('cancelled') }),
  async run(deed, { dueId, reason }) {
    const due = await lockDue(deed.tx, dueId);
    if (due.state === 'cancelled') throw new Refusal('fees:refusals.cancelled', {}, 409);
    if ((await readPaymentsOf(deed.tx, dueId)).length > 0)
      throw new Refusal('fees:refusals.hasPayments', {}, 409);
    await writeCancellation(deed.tx, dueId, { at: deed.now, by: deed.actor.staffId, reason });
    deed.changed('state', due.state, 'cancelled');
    deed.about({ kind: 'case', id: due.caseId });
    deed.about({ kind: 'due', id: dueId });
    return { state: 'cancelled' as const };
  },
});
