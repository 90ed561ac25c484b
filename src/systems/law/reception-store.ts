import { sql } from 'kysely';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Closure, SpecialDay, WeeklyHours } from '../../kernel/calendar/reception-calendar.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';

export type WeekRow = Pick<WeeklyHours, 'weekday' | 'from' | 'to'>;

/** The week of a hall from a day on; the former week ends on that day and stays for the record. */
export async function setWeek(
  tx: Transaction,
  { hall, from, week }: { readonly hall: string; readonly from: string; readonly week: readonly WeekRow[] },
): Promise<void> {
  // One change of a hall's hours at a time: the rows that a second one must see may not be there yet.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`opening hours ${hall}`}, 0))`.execute(tx);
  const later = await sql<{ date: string }>`
    select max(valid_from) as date from kernel.opening_hours
     where hall = ${hall} having max(valid_from) >= ${from}`.execute(tx);
  const date = later.rows[0]?.date;
  if (date !== undefined) throw new Refusal('law:refusals.laterHours', { date });
  await sql`
    update kernel.opening_hours set valid_to = ${from}
     where hall = ${hall} and (valid_to is null or valid_to > ${from}::date)`.execute(tx);
  await sql`
    insert into kernel.opening_hours (hall, weekday, from_time, to_time, valid_from)
    select ${hall}, weekday, "from", "to", ${from}::date
      from jsonb_to_recordset(${JSON.stringify(week)}::jsonb) as day(weekday int, "from" text, "to" text)`.execute(
    tx,
  );
}

export async function addClosure(
  tx: Transaction,
  closure: Closure & { readonly hall: string },
): Promise<void> {
  const { hall, from, to, reason } = closure;
  const inserted = sql`
    insert into kernel.reception_closures (hall, from_on, to_on, reason)
    values (${hall}, ${from}, ${to}, ${reason})`.execute(tx);
  await whenBroken(inserted, { reception_closures_pkey: 'law:refusals.closedTwice' });
}

/** Takes a closure away, or ends it on a day. @throws Refusal 404 */
export async function reopen(tx: Transaction, hall: string, from: string): Promise<Closure> {
  const { rows } = await sql<Closure>`
    delete from kernel.reception_closures where hall = ${hall} and from_on = ${from}
    returning from_on as "from", to_on as "to", reason`.execute(tx);
  const [closure] = rows;
  if (closure === undefined) throw notFound('law:refusals.noClosure');
  return closure;
}

export async function setSpecialDay(
  tx: Transaction,
  day: SpecialDay & { readonly hall: string },
): Promise<void> {
  const hours = JSON.stringify(day.hours);
  await sql`
    insert into kernel.reception_special_days (hall, on_date, hours, reason)
    values (${day.hall}, ${day.date}, ${hours}::jsonb, ${day.reason})
    on conflict (hall, on_date) do update set hours = excluded.hours, reason = excluded.reason`.execute(tx);
}

/** Halls that have hours, `main` first. */
export async function listHalls(tx: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{ hall: string }>`
    select distinct hall from kernel.opening_hours`.execute(tx);
  return rows
    .map(({ hall }) => hall)
    .toSorted((a, b) => (a === 'main' ? -1 : b === 'main' ? 1 : a < b ? -1 : 1));
}
