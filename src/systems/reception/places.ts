import { addDays, toEpochDay, toIsoDate, weekdayOf } from '../../kernel/calendar/epoch-day.ts';
import { kyivInstant } from '../../kernel/calendar/kyiv-time.ts';
import { isInForce } from '../../kernel/calendar/validity.ts';

/** The last week of a month, whichever it is. */
export const LAST_WEEK = 5;

export interface HoursLine {
  readonly id: string;
  readonly leaderId: string;
  /** ISO weekday, or null where one date is named. */
  readonly weekday: number | null;
  /** Of the month: 0 every week, 1 to 4, 5 the last. */
  readonly week: number;
  readonly onDay: string | null;
  readonly fromMinute: number;
  readonly toMinute: number;
  /** For one person. */
  readonly minutes: number;
  readonly place: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface Closure {
  readonly id: string;
  /** Null: of the whole leadership. */
  readonly leaderId: string | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly reason: string;
}

/** A place at a reception that one person may take. */
export interface Place {
  readonly lineId: string;
  readonly leaderId: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly place: string;
}

/** Whether this line of the timetable receives on a civil day. */
function receivesOn(line: HoursLine, day: string): boolean {
  if (!isInForce(line, day)) return false;
  if (line.onDay !== null) return line.onDay === day;
  if (line.weekday !== weekdayOf(toEpochDay(day))) return false;
  if (line.week === 0) return true;
  if (line.week === LAST_WEEK) return addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  return Math.ceil(Number(day.slice(8)) / 7) === line.week;
}

function isClosed({ leaderId }: HoursLine, day: string, closures: readonly Closure[]): boolean {
  return closures.some(
    (one) => (one.leaderId ?? leaderId) === leaderId && one.fromDay <= day && day <= one.toDay,
  );
}

/** Every place of the days from `from` to `to`, both counted, in order of time. */
export function placesOf(
  lines: readonly HoursLine[],
  closures: readonly Closure[],
  from: string,
  to: string,
): readonly Place[] {
  const first = toEpochDay(from);
  const days = Array.from({ length: Math.max(0, toEpochDay(to) - first + 1) }, (_, index) =>
    toIsoDate(first + index),
  );
  return days
    .flatMap((day) =>
      lines
        .filter((line) => receivesOn(line, day) && !isClosed(line, day, closures))
        .flatMap((line) => placesOfLine(line, day)),
    )
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

function placesOfLine(line: HoursLine, day: string): readonly Place[] {
  const { id, leaderId, fromMinute, toMinute, minutes, place } = line;
  const count = Math.floor((toMinute - fromMinute) / minutes);
  return Array.from({ length: count }, (_, index) => ({
    lineId: id,
    leaderId,
    startsAt: kyivInstant(day, clockOf(fromMinute + index * minutes)),
    minutes,
    place,
  }));
}

/** What is left of a day's reception: places that are not over yet, the one that runs now among them. */
export function placesLeft(places: readonly Place[], now: Date): readonly Place[] {
  return places.filter(({ startsAt, minutes }) => startsAt.getTime() + minutes * 60_000 > now.getTime());
}

/** `09:05` of a minute of the day. */
export function clockOf(minute: number): string {
  return `${String(Math.trunc(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The minute of the day of `09:05`. */
export function minuteOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}
