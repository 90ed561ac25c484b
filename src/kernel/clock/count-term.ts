import { Temporal } from 'temporal-polyfill';
import { type EpochDay, toEpochDay, toIsoDate } from '../calendar/epoch-day.ts';
import { kyivInstant } from '../calendar/kyiv-time.ts';
import type { LegalCalendar } from '../calendar/legal-calendar.ts';
import { isWorkingEpochDay } from '../calendar/year-table.ts';
import type { CountedUnit } from './deadline-rule.ts';
import { runningOnOrAfter, type Standing } from './standing-clock.ts';

const HOUR_MS = 3_600_000;

/**
 * The last day of a term in days or months, before days off move it; Infinity while the clock
 * stands for good. The day of the event is not counted, and neither is a day on which it stood.
 */
export function lastDayOf(
  start: EpochDay,
  value: number,
  unit: Exclude<CountedUnit, 'hours'>,
  standings: readonly Standing[],
  calendar: LegalCalendar,
): EpochDay {
  const days = unit === 'months' ? monthsInDays(start, value) : value;
  let day = start;
  for (let left = days; left > 0; ) {
    day = runningOnOrAfter(standings, day + 1);
    if (day === Infinity) return Infinity;
    if (unit !== 'working-days' || isWorkingEpochDay(calendar, day)) left--;
  }
  return day;
}

/** The first day from `day` on that is a working day and on which the clock runs. */
export function workingAndRunning(
  day: EpochDay,
  standings: readonly Standing[],
  calendar: LegalCalendar,
): EpochDay {
  let found = runningOnOrAfter(standings, day);
  while (found !== Infinity && !isWorkingEpochDay(calendar, found)) {
    found = runningOnOrAfter(standings, found + 1);
  }
  return found;
}

/** The moment at which hours that pass without a break have passed; `null` while the clock stands. */
export function lastMomentOf(start: Date, hours: number, standings: readonly Standing[]): Date | null {
  let end = start.getTime() + hours * HOUR_MS;
  for (const { from, to } of standings) {
    const stops = Math.max(midnight(from), start.getTime());
    if (stops > end) break;
    if (to === Infinity) return null;
    end += Math.max(0, midnight(to) - stops);
  }
  return new Date(end);
}

/**
 * Civil Code art. 254: a month ends on the same day number, or on the month's last day where it
 * has none. A month's length is settled at its start, so that a pause cannot shorten it.
 */
function monthsInDays(start: EpochDay, months: number): number {
  const end = Temporal.PlainDate.from(toIsoDate(start)).add({ months });
  return toEpochDay(end.toString()) - start;
}

function midnight(day: EpochDay): number {
  return kyivInstant(toIsoDate(day), '00:00').getTime();
}
