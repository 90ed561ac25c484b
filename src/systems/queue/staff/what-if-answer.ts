import type { z } from 'zod';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import type { Locale } from '../../../kernel/i18n/translate.ts';
import type { whatIf } from '../queries/what-if.ts';
import type { Split } from '../what-if/staffing.ts';

export type Answer = z.output<(typeof whatIf)['output']>;

/** What the head asked for, beside the numbers of windows. */
export interface Choice {
  readonly split: Split;
  readonly booked: number | null;
}

export function minutesText(value: number | null, locale: Locale): string {
  return value === null ? '–' : formatNumber(value, locale);
}
