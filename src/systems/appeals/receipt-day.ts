import { sql } from 'kysely';
import { toEpochDay, toIsoDate } from '../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivTime } from '../../kernel/calendar/kyiv-time.ts';
import type { LegalCalendar } from '../../kernel/calendar/legal-calendar.ts';
import { openingHours, type ReceptionCalendar } from '../../kernel/calendar/reception-calendar.ts';
import { isWorkingEpochDay } from '../../kernel/calendar/year-table.ts';
import type { Transaction } from '../../kernel/database/database.ts';

/** The office that receives papers, among the halls whose hours a lawyer sets (`/desk/law/reception`). */
export const PAPERS_OFFICE = 'papers';

/** Monday to Thursday until five, on Friday until four: where a city has set no hours of its own. */
export async function seedOfficeHours(tx: Transaction): Promise<void> {
  await sql`
    insert into kernel.opening_hours (hall, weekday, from_time, to_time, valid_from)
    select ${PAPERS_OFFICE}, weekday, '08:00', case weekday when 5 then '16:00' else '17:00' end, '1996-10-02'
    from generate_series(1, 5) as weekday
    where not exists (select from kernel.opening_hours where hall = ${PAPERS_OFFICE})
    on conflict do nothing`.execute(tx);
}

/**
 * The day from which an appeal's terms run: the day it came, or the next working day when it came
 * after the office closed or on a day off (КМУ 348, RULEBOOK §2.1). An office without hours receives
 * on every working day until its end.
 */
export function countedFrom(receivedAt: Date, calendar: LegalCalendar, office: ReceptionCalendar): string {
  let day = toEpochDay(kyivDate(receivedAt));
  const closes = closingTime(office, toIsoDate(day));
  const isOpen = closes !== null && kyivTime(receivedAt) < closes;
  if (isOpen && isWorkingEpochDay(calendar, day)) return toIsoDate(day);
  const last = day + LONGEST_CLOSURE;
  do day += 1;
  while (!isWorkingEpochDay(calendar, day) || (closingTime(office, toIsoDate(day)) === null && day < last));
  return toIsoDate(day);
}

/** Longer than this no office is closed: a mistake in its hours must not stop all terms. */
const LONGEST_CLOSURE = 31;

/** `null`: closed all day. */
function closingTime(office: ReceptionCalendar, date: string): string | null {
  if (office.weekly.length === 0) return '24:00';
  return openingHours(office, date).at(-1)?.to ?? null;
}
