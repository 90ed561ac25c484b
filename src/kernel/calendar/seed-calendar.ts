import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import { forgetCalendar } from './load-calendar.ts';
import { UKRAINE_HOLIDAYS, UKRAINE_MARTIAL_LAW, UKRAINE_MOVES } from './ukraine-holidays.ts';

/** Lays down the state's holidays and martial law. What an administrator has changed is left. */
export async function seedCalendar(tx: Transaction): Promise<void> {
  await seedHolidays(tx);
  await sql`
    insert into kernel.holiday_moves (article, certainty, valid_from, valid_to)
    select article, certainty, "validFrom", "validTo"
    from jsonb_to_recordset(${JSON.stringify(UKRAINE_MOVES)}::jsonb)
      as move(article text, certainty text, "validFrom" date, "validTo" date)
    on conflict do nothing`.execute(tx);
  // By the first day: an administrator prolongs martial law by moving the end of its row.
  await sql`
    insert into kernel.martial_law (from_on, to_on, article)
    select "from", "to", article
    from jsonb_to_recordset(${JSON.stringify(UKRAINE_MARTIAL_LAW)}::jsonb)
      as law("from" date, "to" date, article text)
    on conflict do nothing`.execute(tx);
  forgetCalendar();
}

async function seedHolidays(tx: Transaction): Promise<void> {
  const rows = UKRAINE_HOLIDAYS.map(({ rule, ...holiday }) => ({ ...holiday, ...rule }));
  await sql`
    insert into kernel.holidays
    select name, kind, month, day, "offset", article, certainty, "validFrom", "validTo"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as holiday(
      name text, kind text, month int, day int, "offset" int, article text, certainty text,
      "validFrom" date, "validTo" date)
    on conflict do nothing`.execute(tx);
}
