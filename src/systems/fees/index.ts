import type { Transaction } from '../../kernel/database/database.ts';
import type { z } from 'zod';
import { linksOf, type linksView } from './due-links.ts';
import { type Due, readDuesOf } from './due-store.ts';
import { chargedFigure, refundsFigure, revenueFigure, unmatchedFigure } from './figures.ts';

/** The bank's QR code with the hryvnia sign, for the page of another system. */
export { PaymentQr } from './public/payment-qr.tsx';
/** Makes the due of a case in a deed of one's own. */
export { chargeFee } from './charge.ts';
/** «49,92 грн» of the text that the database gives. */
export { formatMoneyText } from './money.ts';
export type { Due } from './due-store.ts';

export interface CaseDue extends Due {
  /** The case asked for: the due's own, or one filed again that it covers. */
  readonly coveredCaseId: string;
  /** For `PaymentQr`; null where nothing is left to pay. */
  readonly links: z.output<typeof linksView>;
}

/** Dues of these cases, the oldest first. `/fees/<code>` is the page of each. */
export async function findDues(tx: Transaction, caseIds: readonly string[]): Promise<readonly CaseDue[]> {
  if (caseIds.length === 0) return [];
  return (await readDuesOf(tx, caseIds)).map((due) => ({ ...due, links: linksOf(due) }));
}

/** Figures of money, for reports. */
export const feesFigures = {
  revenue: revenueFigure,
  refunded: refundsFigure,
  unmatched: unmatchedFigure,
  charged: chargedFigure,
};
