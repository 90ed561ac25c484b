import { toEpochDay, toIsoDate, weekdayOf } from '../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivTime } from '../../kernel/calendar/kyiv-time.ts';
import type { LegalCalendar } from '../../kernel/calendar/legal-calendar.ts';
import { isWorkingEpochDay } from '../../kernel/calendar/year-table.ts';

/** Until when papers are received: the council's working day, an hour less on Fridays. */
const CLOSES_AT = '17:00';
const FRIDAY_CLOSES_AT = '16:00';
const FRIDAY = 5;

/**
 * The day from which an appeal's terms run: the day it came, or the next working day when it came
 * after hours or on a day off (КМУ 348, RULEBOOK §2.1).
 */
export function countedFrom(receivedAt: Date, calendar: LegalCalendar): string {
  let day = toEpochDay(kyivDate(receivedAt));
  const closes = weekdayOf(day) === FRIDAY ? FRIDAY_CLOSES_AT : CLOSES_AT;
  if (isWorkingEpochDay(calendar, day) && kyivTime(receivedAt) < closes) return toIsoDate(day);
  do day += 1;
  while (!isWorkingEpochDay(calendar, day));
  return toIsoDate(day);
}
