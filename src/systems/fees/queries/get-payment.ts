import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import {
  getPayment,
  offerDues,
  offerView,
  paymentView,
  readRefundsOf,
  refundView,
} from '../payment-store.ts';

/** A payment, and the dues that it may be for: offered, never matched by themselves. */
export const getPaymentQuery = defineQuery({
  name: 'fees.get-payment',
  title: { uk: 'Платіж і можливі нарахування', en: 'A payment and what it may be for' },
  may: ['head', 'auditor'],
  input: z.object({
    paymentId: z.uuid('fees:refusals.noSuchPayment'),
    words: z.string().trim().max(100).default(''),
  }),
  output: z.object({ payment: paymentView, offers: z.array(offerView), refunds: z.array(refundView) }),
  async run({ tx, looked }, { paymentId, words }) {
    const payment = await getPayment(tx, paymentId);
    looked({ kind: 'payment', id: paymentId });
    return {
      payment,
      offers: payment.dueId === null ? [...(await offerDues(tx, paymentId, words))] : [],
      refunds: await readRefundsOf(tx, [paymentId]),
    };
  },
});
