import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { getDue } from '../due-store.ts';
import { matchByHand } from '../match-payments.ts';
import { getPayment } from '../payment-store.ts';

export const matchPayment = defineAction({
  name: 'fees.match-payment',
  title: { uk: 'Зіставити платіж із нарахуванням', en: 'Match a payment with a due' },
  may: ['head'],
  input: z.object({ paymentId: z.uuid(), dueId: z.uuid('fees:input.dueMissing') }),
  output: z.object({ dueId: z.uuid(), state: z.string() }),
  async run(deed, { paymentId, dueId }) {
    await getPayment(deed.tx, paymentId);
    await matchByHand(deed, paymentId, dueId);
    const due = await getDue(deed.tx, dueId);
    deed.changed('due', null, dueId);
    deed.about({ kind: 'payment', id: paymentId });
    deed.about({ kind: 'due', id: dueId });
    return { dueId, state: due.state };
  },
});
