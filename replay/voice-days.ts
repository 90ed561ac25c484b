import { toEpochDay, toIsoDate } from '../src/kernel/calendar/epoch-day.ts';
import { kyivInstant } from '../src/kernel/calendar/kyiv-time.ts';
import { isWorkingDay } from '../src/kernel/calendar/legal-calendar.ts';
import { UKRAINE_CALENDAR } from '../src/kernel/calendar/ukraine-holidays.ts';

const OPENS = '08:30';
const MINUTES = 7 * 60;

/** The city's working days of the year, by the holidays in force. */
export function workingDays(year: number): readonly string[] {
  const first = toEpochDay(`${year}-01-01`);
  return Array.from({ length: 366 }, (_, day) => toIsoDate(first + day)).filter(
    (date) => date.startsWith(`${year}-`) && isWorkingDay(UKRAINE_CALENDAR, date),
  );
}

/** Which of `count` things, spread evenly over `days`, fall on the `index`-th day. */
export function rangeOfDay(count: number, days: number, index: number): { from: number; to: number } {
  return { from: Math.floor((count * index) / days), to: Math.floor((count * (index + 1)) / days) };
}

/** The moment of the `place`-th of `places` things of a day, in working hours. */
export function momentOf(date: string, place: number, places: number): number {
  const opens = kyivInstant(date, OPENS).getTime();
  return opens + Math.floor((MINUTES * 60_000 * (place + 0.5)) / Math.max(1, places));
}

/** The working day at least `days` civil days later, but no later than the year's last. */
export function dayAfter(all: readonly string[], index: number, days: number): number {
  const wanted = toIsoDate(toEpochDay(all[index] ?? '') + days);
  const found = all.findIndex((date, at) => at >= index && date >= wanted);
  return found < 0 ? all.length - 1 : found;
}
