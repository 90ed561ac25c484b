import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Period } from '../../../kernel/figures/figure.ts';
import { yearPeriod } from '../../../kernel/figures/period.ts';

/** What a report of the line is of: a year, or a month of it. */
export const editionInput = z.object({
  year: z.coerce.number().int().min(1991, 'hotline:input.year').max(2200, 'hotline:input.year'),
  month: z.coerce.number().int().min(1, 'hotline:input.month').max(12, 'hotline:input.month').optional(),
});
export type Edition = z.output<typeof editionInput>;

export function periodOf({ year, month }: Edition): Period {
  if (month === undefined) return yearPeriod(year);
  const whole = Temporal.PlainYearMonth.from({ year, month });
  return {
    from: whole.toPlainDate({ day: 1 }).toString(),
    to: whole.toPlainDate({ day: whole.daysInMonth }).toString(),
  };
}

/** `2026`, `2026-11`. */
export function codeOf({ year, month }: Edition): string {
  return month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
}
