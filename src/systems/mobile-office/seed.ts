import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import { toEpochDay, toIsoDate, weekdayOf } from '../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../kernel/calendar/kyiv-time.ts';
import type { Database } from '../../kernel/database/database.ts';
import { saveWorkplace } from './stop-store.ts';

const NAMESPACE = 'b3c6a1d2-8a7f-4a6e-bb6a-6f3d2f9a7e10';
/** Residence, a passport, help for a child, a subsidy. */
const SERVICES = ['01-01', '01-02', '01-03', '02-01', '02-02'];
const WEEKS = 3;

/** Round the community once a week; the places are real, the coordinates near enough for a scheme. */
const ROUND = [
  {
    weekday: 1,
    settlement: 'Завадівка',
    place: 'біля будинку культури',
    lat: 48.466,
    lon: 32.172,
    from: '09:00',
    to: '12:00',
  },
  {
    weekday: 1,
    settlement: 'Гірниче',
    place: 'біля амбулаторії',
    lat: 48.447,
    lon: 32.33,
    from: '13:30',
    to: '16:00',
  },
  {
    weekday: 3,
    settlement: 'Кропивницький',
    place: 'мікрорайон Лелеківка, площа біля ринку',
    lat: 48.541,
    lon: 32.213,
    from: '09:00',
    to: '13:00',
  },
  {
    weekday: 4,
    settlement: 'Кропивницький',
    place: 'мікрорайон Масляниківка, біля школи № 13',
    lat: 48.487,
    lon: 32.298,
    from: '10:00',
    to: '14:00',
  },
  {
    weekday: 5,
    settlement: 'Кропивницький',
    place: 'геріатричний пансіонат, вул. Садова',
    lat: 48.52,
    lon: 32.29,
    from: '10:00',
    to: '12:00',
  },
] as const;

/** The remote workplace of Nove, and in the demo city the van's weeks ahead. */
export async function seedMobileOffice(
  database: Database,
  { demo, now }: { readonly demo: boolean; readonly now: Date },
): Promise<void> {
  if (!demo) return;
  const today = toEpochDay(kyivDate(now));
  const days = Array.from({ length: WEEKS * 7 }, (_, index) => today + index);
  const stops = days.flatMap((day) =>
    ROUND.filter(({ weekday }) => weekday === weekdayOf(day)).map((stop) => {
      const date = toIsoDate(day);
      return {
        ...stop,
        id: nameUuid(`${date} ${stop.place}`, NAMESPACE),
        startsAt: kyivInstant(date, stop.from),
        endsAt: kyivInstant(date, stop.to),
      };
    }),
  );
  await database.transaction().execute(async (tx) => {
    await sql`
      insert into mobile_office.stops (id, route, settlement, place, lat, lon, starts_at, ends_at, service_codes)
      select id, 'Громада', settlement, place, lat, lon, "startsAt", "endsAt", ${SERVICES}::text[]
        from jsonb_to_recordset(${JSON.stringify(stops)}::jsonb) as s (
          id uuid, settlement text, place text, lat numeric, lon numeric, "startsAt" timestamptz, "endsAt" timestamptz)
      on conflict do nothing`.execute(tx);
    await saveWorkplace(tx, {
      code: 'nove',
      name: 'Віддалене робоче місце в селищі Нове',
      nameEn: 'Remote workplace in the settlement of Nove',
      settlement: 'Нове',
      address: 'вул. Металургів, 31',
      lat: 48.561,
      lon: 32.185,
      phone: '(0522) 30 84 11',
      hall: null,
      hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '16:00' })),
      active: true,
    });
  });
}
