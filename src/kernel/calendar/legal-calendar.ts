import { type EpochDay, toEpochDay, toIsoDate, weekdayOf } from './epoch-day.ts';
import type { LegalCalendar } from './legal-calendar-data.ts';
import type { Message } from './message.ts';
import { type DayKind, isWorkingEpochDay, yearTable } from './year-table.ts';

export type {
  Holiday,
  HolidayRule,
  LegalCalendar,
  LocalDay,
  MartialLaw,
  MoveRule,
} from './legal-calendar-data.ts';

export interface DayExplanation {
  readonly working: boolean;
  readonly kind: DayKind;
  /** A phrase for the middle of a sentence: «субота, вихідний день». */
  readonly reason: Message;
  readonly article: string | null;
}

export function isWorkingDay(calendar: LegalCalendar, date: string): boolean {
  return isWorkingEpochDay(calendar, toEpochDay(date));
}

/** The first working day after the date. */
export function nextWorkingDay(calendar: LegalCalendar, date: string): string {
  return toIsoDate(step(calendar, toEpochDay(date) + 1, 1));
}

/** The last working day before the date. */
export function previousWorkingDay(calendar: LegalCalendar, date: string): string {
  return toIsoDate(step(calendar, toEpochDay(date) - 1, -1));
}

/** The date itself when it is a working day, else the next one. */
export function workingDayOnOrAfter(calendar: LegalCalendar, date: string): string {
  return toIsoDate(step(calendar, toEpochDay(date), 1));
}

/** The date itself when it is a working day, else the one before. */
export function workingDayOnOrBefore(calendar: LegalCalendar, date: string): string {
  return toIsoDate(step(calendar, toEpochDay(date), -1));
}

/** The `count`-th working day after the date (before it when negative); the date itself for 0. */
export function addWorkingDays(calendar: LegalCalendar, date: string, count: number): string {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of days: ${count}`);
  const direction = count < 0 ? -1 : 1;
  let day = toEpochDay(date);
  for (let left = Math.abs(count); left > 0; left--) day = step(calendar, day + direction, direction);
  return toIsoDate(day);
}

export function explainDay(calendar: LegalCalendar, date: string): DayExplanation {
  const day = toEpochDay(date);
  const table = yearTable(calendar, day);
  const kind = table.kinds[day - table.first];
  if (kind === undefined) throw new RangeError(`outside its own year: ${date}`);
  return { working: isWorkingEpochDay(calendar, day), kind, ...explainKind(calendar, kind, day) };
}

function explainKind(
  calendar: LegalCalendar,
  kind: DayKind,
  day: EpochDay,
): Pick<DayExplanation, 'reason' | 'article'> {
  const table = yearTable(calendar, day);
  switch (kind) {
    case 'ordinary':
      return phrase('ordinary', {}, null);
    case 'weekend':
      return phrase(`weekday${weekdayOf(day)}`, {}, calendar.weekendArticle);
    case 'holiday': {
      const holiday = table.holidays.get(day);
      return phrase('holiday', { holiday: holiday?.name ?? '' }, holiday?.article ?? null);
    }
    case 'moved-day-off': {
      const moved = table.moved.get(day);
      const from = moved === undefined ? '' : toIsoDate(moved.from);
      return phrase('movedDayOff', { holidayDate: from }, moved?.article ?? null);
    }
    case 'martial-law': {
      const holiday = table.suspended.get(day);
      return phrase('martialLaw', { holiday: holiday?.name ?? '' }, holiday?.article ?? null);
    }
    case 'local-day-off':
      return phrase('localDayOff', { reason: table.local.get(day)?.reason ?? '' }, null);
    case 'local-working-day':
      return phrase('localWorkingDay', { reason: table.local.get(day)?.reason ?? '' }, null);
  }
}

function phrase(name: string, params: Message['params'], article: string | null) {
  return { reason: { key: `calendar:reasons.${name}`, params }, article };
}

function step(calendar: LegalCalendar, from: EpochDay, direction: 1 | -1): EpochDay {
  let day = from;
  while (!isWorkingEpochDay(calendar, day)) day += direction;
  return day;
}
