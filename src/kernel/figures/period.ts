import { Temporal } from 'temporal-polyfill';
import type { Period } from './figure.ts';

/** From the first day of the first month to the last day of the last. */
export function wholeMonths({ from, to }: Period): Period {
  const last = Temporal.PlainDate.from(to);
  return {
    from: Temporal.PlainDate.from(from).with({ day: 1 }).toString(),
    to: last.with({ day: last.daysInMonth }).toString(),
  };
}

/** The same days a year before; the last day of February stays the last. */
export function yearBefore({ from, to }: Period): Period {
  const last = Temporal.PlainDate.from(to);
  const before = last.subtract({ years: 1 });
  const isMonthEnd = last.day === last.daysInMonth;
  return {
    from: Temporal.PlainDate.from(from).subtract({ years: 1 }).toString(),
    to: (isMonthEnd ? before.with({ day: before.daysInMonth }) : before).toString(),
  };
}

export function yearPeriod(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** A real civil day of the years this house can hold facts of. */
export function isCivilDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
