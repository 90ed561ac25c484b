import { sql } from 'kysely';
import { notFound } from '../../kernel/actions/refusal.ts';
import type { LocalDay, MartialLaw } from '../../kernel/calendar/legal-calendar.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';

const OVERLAP = {
  martial_law_no_overlap: 'law:refusals.martialLawOverlaps',
  martial_law_pkey: 'law:refusals.martialLawOverlaps',
};

export async function addMartialLaw(tx: Transaction, { from, to, article }: MartialLaw): Promise<void> {
  await whenBroken(
    sql`insert into kernel.martial_law (from_on, to_on, article) values (${from}, ${to}, ${article})`.execute(
      tx,
    ),
    OVERLAP,
  );
}

/** @throws Refusal 404 where no period begins on that day. */
export async function lockMartialLaw(tx: Transaction, from: string): Promise<MartialLaw> {
  const { rows } = await sql<MartialLaw>`
    select from_on as "from", to_on as "to", article from kernel.martial_law
     where from_on = ${from} for update`.execute(tx);
  const [law] = rows;
  if (law === undefined) throw notFound('law:refusals.noMartialLaw');
  return law;
}

export async function moveMartialLawEnd(tx: Transaction, { from, to, article }: MartialLaw): Promise<void> {
  await whenBroken(
    sql`update kernel.martial_law set to_on = ${to}, article = ${article} where from_on = ${from}`.execute(
      tx,
    ),
    OVERLAP,
  );
}

export async function findLocalDay(tx: Transaction, date: string): Promise<LocalDay | undefined> {
  const { rows } = await sql<LocalDay>`
    select on_date as date, working, reason from kernel.calendar_overrides
     where on_date = ${date} for update`.execute(tx);
  return rows[0];
}

export async function setLocalDay(tx: Transaction, { date, working, reason }: LocalDay): Promise<void> {
  await sql`
    insert into kernel.calendar_overrides (on_date, working, reason) values (${date}, ${working}, ${reason})
    on conflict (on_date) do update set working = excluded.working, reason = excluded.reason`.execute(tx);
}

export async function removeLocalDay(tx: Transaction, date: string): Promise<void> {
  await sql`delete from kernel.calendar_overrides where on_date = ${date}`.execute(tx);
}

export interface NewHoliday {
  readonly name: string;
  readonly month: number;
  readonly day: number;
  readonly article: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export async function addHoliday(tx: Transaction, holiday: NewHoliday): Promise<void> {
  const { name, month, day, article, validFrom, validTo } = holiday;
  const inserted = sql`
    insert into kernel.holidays (name, kind, month, day, article, certainty, valid_from, valid_to)
    values (${name}, 'fixed', ${month}, ${day}, ${article}, 'V', ${validFrom}, ${validTo})`.execute(tx);
  await whenBroken(inserted, { holidays_once: 'law:refusals.holidayTwice' });
}

export interface HolidayRow extends NewHoliday {
  readonly certainty: string;
}

/** Versions of the fixed holiday on a day of the year, in force on a date. */
export async function lockHoliday(
  tx: Transaction,
  { month, day, on }: { readonly month: number; readonly day: number; readonly on: string },
): Promise<HolidayRow> {
  const { rows } = await sql<HolidayRow>`
    select name, month, day, article, certainty, valid_from as "validFrom", valid_to as "validTo"
      from kernel.holidays
     where month = ${month} and day = ${day} and valid_from < ${on}::date
       and (valid_to is null or valid_to > ${on}::date)
     order by valid_from desc limit 1 for update`.execute(tx);
  const [holiday] = rows;
  if (holiday === undefined) throw notFound('law:refusals.noHoliday');
  return holiday;
}

export async function endHoliday(
  tx: Transaction,
  { name, validFrom }: HolidayRow,
  on: string,
): Promise<void> {
  await sql`
    update kernel.holidays set valid_to = ${on} where name = ${name} and valid_from = ${validFrom}`.execute(
    tx,
  );
}
