import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { listPayments, PAYMENT_ORDER_NAMES, PAYMENT_SHOWS, paymentView } from '../payment-store.ts';

export const listPaymentsQuery = defineQuery({
  name: 'fees.list-payments',
  title: { uk: 'Платежі з виписок', en: 'Payments of the statements' },
  may: ['head', 'auditor'],
  input: z.object({
    show: z.enum(PAYMENT_SHOWS).default('unmatched'),
    words: z.string().trim().max(100).default(''),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    order: z.enum(PAYMENT_ORDER_NAMES).default('paid'),
    down: z.boolean().default(true),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  /** `sum`: hryvnias of all that was found, refunds taken off. */
  output: z.object({ payments: z.array(paymentView), found: z.number(), sum: z.string() }),
  async run({ tx, looked }, { order, down, limit, offset, ...filter }) {
    const { payments, found, sum } = await listPayments(tx, filter, { order, down, limit, offset });
    for (const { id } of payments) looked({ kind: 'payment', id });
    return { payments: [...payments], found, sum };
  },
});
