import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import type { Database } from '../../kernel/database/database.ts';
import type { Sector } from '../service-catalogue/index.ts';
import { makeSlots } from './slot-store.ts';

const HALL = 'main';
const NAMESPACE = '0f6d5a9e-58c5-4f0a-9d7a-6a7a0b6a1c52';

/** Of the hall's forty windows those that a usual day has open; two of five may be booked. */
const WINDOWS: Readonly<Record<Sector, number>> = { registration: 10, social: 8, administrative: 10 };
const SHARE = 40;
const WEEKDAYS = [1, 2, 3, 4, 5, 6];

/** What may be booked in the demo hall, and its slots. What the head has changed stays. */
export async function seedBooking(database: Database, { now }: { readonly now: Date }): Promise<void> {
  const rows = Object.entries(WINDOWS).flatMap(([sector, windows]) =>
    WEEKDAYS.map((weekday) => ({
      id: nameUuid(`capacity/${HALL}/${sector}/${weekday}`, NAMESPACE),
      sector,
      weekday,
      windows,
    })),
  );
  await database.transaction().execute(async (tx) => {
    await sql`
      insert into booking.capacity (id, hall, sector, weekday, from_minute, to_minute, windows, share, valid_from)
      select id, ${HALL}, sector, weekday, 0, 1440, windows, ${SHARE}, '2014-01-01'
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, sector text, weekday int, windows int)
       where not exists (select from booking.capacity c where c.hall = ${HALL})
      on conflict do nothing`.execute(tx);
    await makeSlots(tx, HALL, now);
  });
}
