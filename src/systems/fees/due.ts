import type { Tone } from '../../kernel/page/components/tags.tsx';

/** Derived from the payments, never stored: `fees.due_states`. */
export const DUE_STATES = ['due', 'part-paid', 'paid', 'overpaid', 'waived', 'cancelled'] as const;
export type DueState = (typeof DUE_STATES)[number];

/** Somebody still has to pay. */
export const OPEN_STATES = ['due', 'part-paid'] as const satisfies readonly DueState[];

export const TONES: Readonly<Record<DueState, Tone>> = {
  due: 'waiting',
  'part-paid': 'going',
  paid: 'done',
  overpaid: 'going',
  waived: 'done',
  cancelled: 'plain',
};

export const MATCH_WAYS = ['reference', 'payer-and-amount', 'by-hand'] as const;
export const REFUND_REASONS = ['overpaid', 'paid-by-mistake', 'not-provided', 'waiver-later'] as const;

/**
 * What the payer's bank shows and sends back, always in Ukrainian; the code comes before anything
 * that a bank might cut off.
 */
export function purposeOf(code: string, caseNumber: string, budgetCode: string | null): string {
  const tail = budgetCode === null ? '' : `, КБКД ${budgetCode}`;
  return `Адміністративний збір, код ${code}, справа ${caseNumber}${tail}`;
}
