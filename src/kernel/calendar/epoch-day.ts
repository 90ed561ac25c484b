/**
 * A day as the number of days since 1970-01-01. The rules count in these whole numbers, for a
 * receipt must not wait for date objects; ISO dates stand at the borders.
 */
export type EpochDay = number;

/** ISO numbering: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const DAY_MS = 86_400_000;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const WEEKDAYS: readonly Weekday[] = [4, 5, 6, 7, 1, 2, 3];

/** @throws RangeError when the text is not a date of the Gregorian calendar, as `2021-02-29`. */
export function toEpochDay(iso: string): EpochDay {
  if (!ISO_DATE.test(iso)) throw new RangeError(`not an ISO date: ${iso}`);
  const [year, month, date] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8))];
  const moment = new Date(Date.UTC(year, month - 1, date));
  // Date.UTC rolls 30 February over into March; such a date must not pass silently.
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCFullYear() !== year) {
    throw new RangeError(`no such date: ${iso}`);
  }
  return moment.getTime() / DAY_MS;
}

export function toIsoDate(day: EpochDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The ISO date so many days later; earlier with a number below zero. */
export function addDays(iso: string, days: number): string {
  return toIsoDate(toEpochDay(iso) + days);
}

export function yearOf(day: EpochDay): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

export function weekdayOf(day: EpochDay): Weekday {
  const weekday = WEEKDAYS[((day % 7) + 7) % 7];
  if (weekday === undefined) throw new RangeError(`not a whole day: ${day}`);
  return weekday;
}
