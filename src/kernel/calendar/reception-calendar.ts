import { toEpochDay, toIsoDate, type Weekday, weekdayOf } from './epoch-day.ts';
import { kyivDate, kyivInstant, kyivTime } from './kyiv-time.ts';
import { explainDay, type LegalCalendar } from './legal-calendar.ts';
import { isInForce, type Validity } from './validity.ts';

/** `HH:MM` by Kyiv's clocks, open on `from`, closed on `to`; `24:00` is the end of the day. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

export interface WeeklyHours extends Validity, Hours {
  readonly weekday: Weekday;
}

/** Closed on the dates `[from, to)`. `reason` in the centre's own words. */
export interface Closure {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** One date with hours of its own (none: closed). It stands over closures and holidays. */
export interface SpecialDay {
  readonly date: string;
  readonly hours: readonly Hours[];
  readonly reason: string;
}

/**
 * When a hall receives people: Saturdays and evenings, which the legal calendar does not know.
 * A lunch break is two rows of one weekday.
 */
export interface ReceptionCalendar {
  readonly weekly: readonly WeeklyHours[];
  readonly closures: readonly Closure[];
  readonly specialDays: readonly SpecialDay[];
  /** Closed on the public holidays and moved days off of this calendar; `null`: open on them. */
  readonly holidays: LegalCalendar | null;
}

const HORIZON_DAYS = 400;

/** The hours of a date in their order; empty when the hall is closed. */
export function openingHours(calendar: ReceptionCalendar, date: string): readonly Hours[] {
  const weekday = weekdayOf(toEpochDay(date));
  const special = calendar.specialDays.find((day) => day.date === date);
  if (special !== undefined) return inOrder(special.hours);
  if (calendar.closures.some(({ from, to }) => from <= date && date < to)) return [];
  if (calendar.holidays !== null && isPublicHoliday(calendar.holidays, date)) return [];
  return inOrder(calendar.weekly.filter((row) => row.weekday === weekday && isInForce(row, date)));
}

export function isOpenAt(calendar: ReceptionCalendar, at: Date): boolean {
  const time = kyivTime(at);
  return openingHours(calendar, kyivDate(at)).some(({ from, to }) => from <= time && time < to);
}

/**
 * The first moment from `at` on at which the hall is open: `at` itself when it is open now, else
 * the next opening; `null` when it does not open within 400 days.
 */
export function nextOpening(calendar: ReceptionCalendar, at: Date): Date | null {
  if (isOpenAt(calendar, at)) return at;
  const today = toEpochDay(kyivDate(at));
  for (let day = today; day < today + HORIZON_DAYS; day++) {
    const date = toIsoDate(day);
    for (const { from } of openingHours(calendar, date)) {
      const opening = kyivInstant(date, from);
      if (opening.getTime() >= at.getTime()) return opening;
    }
  }
  return null;
}

/** Minutes of reception on a date, by the clock on the wall. */
export function openMinutes(calendar: ReceptionCalendar, date: string): number {
  return openingHours(calendar, date).reduce((sum, { from, to }) => sum + minutes(to) - minutes(from), 0);
}

function isPublicHoliday(calendar: LegalCalendar, date: string): boolean {
  const { kind } = explainDay(calendar, date);
  return kind === 'holiday' || kind === 'moved-day-off' || kind === 'local-day-off';
}

function inOrder(hours: readonly Hours[]): readonly Hours[] {
  return hours.map(({ from, to }) => ({ from, to })).toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
