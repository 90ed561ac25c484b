import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Period } from '../../kernel/figures/figure.ts';
import { yearPeriod } from '../../kernel/figures/period.ts';
import type { Teller } from '../../kernel/figures/report/tell-report.ts';

/** What a report is of: a year, or a quarter of it. */
export const editionInput = z.object({
  year: z.coerce.number().int().min(1991, 'voice-report:input.year').max(2200, 'voice-report:input.year'),
  quarter: z.coerce
    .number()
    .int()
    .min(1, 'voice-report:input.quarter')
    .max(4, 'voice-report:input.quarter')
    .optional(),
});
export type Edition = z.output<typeof editionInput>;

export const QUARTERS = [1, 2, 3, 4] as const;

export function periodOf({ year, quarter }: Edition): Period {
  if (quarter === undefined) return yearPeriod(year);
  const last = Temporal.PlainYearMonth.from({ year, month: quarter * 3 });
  return {
    from: last.subtract({ months: 2 }).toPlainDate({ day: 1 }).toString(),
    to: last.toPlainDate({ day: last.daysInMonth }).toString(),
  };
}

export function titleOf({ year, quarter }: Edition, { t }: Teller): string {
  return quarter === undefined
    ? t('voice-report:title', { year })
    : t('voice-report:titleOfQuarter', { year, quarter: t(`voice-report:quarters.${quarter}`) });
}

/** `?quarter=2`, or nothing for a whole year. */
export function queryOf({ quarter }: Edition): string {
  return quarter === undefined ? '' : `?quarter=${quarter}`;
}
