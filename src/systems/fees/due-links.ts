import { z } from 'zod';
import type { Due } from './due-store.ts';
import { lessBy } from './money.ts';
import { paymentLink } from './payment-qr.ts';

/** Addresses that a bank's application opens; null where nothing is left to pay. */
export const linksView = z.object({ v003: z.string(), v002: z.string() }).nullable();

/** For what is still to be paid, so that a second payment of a part completes it. */
export function linksOf(
  due: Pick<
    Due,
    'state' | 'recipient' | 'iban' | 'edrpou' | 'amount' | 'paid' | 'code' | 'purpose' | 'chargedAt'
  >,
): z.output<typeof linksView> {
  if (due.state !== 'due' && due.state !== 'part-paid') return null;
  const order = {
    recipient: due.recipient,
    iban: due.iban,
    recipientCode: due.edrpou,
    amount: lessBy(due.amount, due.paid),
    reference: due.code,
    purpose: due.purpose,
    createdAt: due.chargedAt,
  };
  return { v003: paymentLink('003', order), v002: paymentLink('002', order) };
}
