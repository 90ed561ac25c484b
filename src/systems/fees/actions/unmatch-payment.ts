import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { unmatch } from '../match-payments.ts';

export const unmatchPayment = defineAction({
  name: 'fees.unmatch-payment',
  title: { uk: 'Скасувати зіставлення платежу', en: 'Take back the match of a payment' },
  may: ['head'],
  input: z.object({ paymentId: z.uuid() }),
  output: z.object({ paymentId: z.uuid() }),
  async run(deed, { paymentId }) {
    const { dueId } = await unmatch(deed.tx, paymentId);
    deed.changed('due', dueId, null);
    deed.about({ kind: 'payment', id: paymentId });
    deed.about({ kind: 'due', id: dueId });
    return { paymentId };
  },
});
