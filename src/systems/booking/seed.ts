import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import type { Database, Transaction } from '../../kernel/database/database.ts';
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
    await seedCrews(tx, now);
    await makeSlots(tx, HALL, now);
  });
}

/** Three visits a day on Tuesdays and Thursdays, and four people who asked (no real ones). */
const CREW_WEEKDAYS = [2, 4];
const CREW_VISITS = 3;
const ASKED = [
  {
    name: 'Ткаченко Марія Степанівна',
    address: 'вул. Соборна, 14, кв. 7',
    reason: 'Не виходжу з дому після операції',
    service: '01-01',
  },
  {
    name: 'Гончар Петро Іванович',
    address: 'вул. Чорновола, 31',
    reason: 'Крісло колісне, у будинку немає ліфта',
    service: '01-02',
  },
  {
    name: 'Лисенко Олена Василівна',
    address: 'просп. Перемоги, 8, кв. 45',
    reason: 'Доглядаю лежачу матір, їй потрібен витяг',
    service: '01-01',
  },
];

async function seedCrews(tx: Transaction, now: Date): Promise<void> {
  const crews = CREW_WEEKDAYS.map((weekday) => ({
    id: nameUuid(`crew/${HALL}/${weekday}`, NAMESPACE),
    weekday,
  }));
  await sql`
    insert into booking.crew_capacity (id, hall, weekday, visits, valid_from)
    select id, ${HALL}, weekday, ${CREW_VISITS}, '2014-01-01'
      from jsonb_to_recordset(${JSON.stringify(crews)}::jsonb) as r (id uuid, weekday int)
     where not exists (select from booking.crew_capacity c where c.hall = ${HALL})
    on conflict do nothing`.execute(tx);
  const asked = ASKED.map((one, index) => ({
    ...one,
    id: nameUuid(`home-visit/${index}`, NAMESPACE),
    code: `HM2ABCD${'345'.charAt(index)}`,
    phone: `+380 50 000 00 0${index + 1}`,
    minutes: 90 * (index + 1),
  }));
  await sql`
    insert into booking.home_visits
      (id, code, hall, service_codes, state, channel, name, phone, address, reason, contact, requested_at)
    select id, code, ${HALL}, array[service], 'requested', 'telephone', name, phone, address, reason,
           booking.contact_hash(regexp_replace(phone, '\\D', '', 'g')), ${now}::timestamptz - make_interval(mins => minutes)
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as r (id uuid, code text, service text, name text, phone text, address text, reason text, minutes int)
     where not exists (select from booking.home_visits)
    on conflict do nothing`.execute(tx);
}
