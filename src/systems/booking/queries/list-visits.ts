import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { SECTORS, tellServices } from '../../service-catalogue/index.ts';
import { ASSISTANCE, type Booking, BOOKING_STATES, stateAt } from '../booking.ts';
import { civilDay, hallInput } from '../booking-input.ts';
import { STEP_MINUTES } from '../slot-plan.ts';

const visit = z.object({
  id: z.uuid(),
  code: z.string(),
  startsAt: z.string(),
  minutes: z.int(),
  sector: z.enum(SECTORS),
  services: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
  people: z.int(),
  state: z.enum(BOOKING_STATES),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  assistance: z.enum(ASSISTANCE).nullable(),
});
export type ListedVisit = z.output<typeof visit>;

export const listVisits = defineQuery({
  name: 'booking.list-visits',
  title: { uk: 'Записи на день', en: 'Booked visits of a day' },
  input: z.object({
    hall: hallInput,
    day: civilDay,
    sector: z.enum(SECTORS).optional(),
    /** Part of a name or of a code. */
    words: personal(z.string().trim().max(100)).optional(),
    after: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: z.object({ visits: z.array(visit), next: z.string().nullable() }),
  may: ['administrator', 'head'],
  async run({ tx, now, looked }, { hall, day, sector, words, after, limit }) {
    const [from, to] = [kyivInstant(day, '00:00'), kyivInstant(day, '24:00')];
    const pattern = `%${(words ?? '').replaceAll(/[%_\\]/g, '\\$&')}%`;
    const [afterAt, afterId] = placeOf(after);
    const { rows } = await sql<Booking>`
      select * from booking.bookings
       where hall = ${hall} and starts_at >= ${from} and starts_at < ${to} and state not in ('expired', 'cancelled')
         and (${sector ?? null}::text is null or sector = ${sector ?? null}
              or further @> ${JSON.stringify([{ sector }])}::jsonb)
         and (${words ?? ''} = '' or name ilike ${pattern} or code ilike ${pattern})
         and (${afterAt}::timestamptz is null or (starts_at, id) > (${afterAt}::timestamptz, ${afterId}::uuid))
       order by starts_at, id limit ${limit + 1}`.execute(tx);
    const shown = rows.slice(0, limit);
    for (const { id } of shown) looked({ kind: 'booking', id });
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const visits = [];
    for (const row of shown) {
      visits.push(viewOf(row, await tellServices(tx, row.service_codes, day), now));
    }
    return { visits, next: last === undefined ? null : `${last.starts_at.toISOString()}_${last.id}` };
  },
});

function viewOf(row: Booking, services: ListedVisit['services'], now: Date): ListedVisit {
  return {
    id: row.id,
    code: row.code,
    startsAt: row.starts_at.toISOString(),
    minutes: row.all_steps * STEP_MINUTES,
    sector: row.sector,
    services,
    people: row.people,
    state: stateAt(row, now),
    name: row.name,
    phone: row.phone,
    assistance: row.assistance,
  };
}

/** The key of a page's last line; what anybody else wrote there begins the list anew. */
function placeOf(after: string | undefined): readonly [Date | null, string | null] {
  const found = /^(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(after ?? '');
  const at = new Date(found?.[1] ?? '');
  const id = z.uuid().safeParse(found?.[2]);
  return Number.isNaN(at.getTime()) || !id.success ? [null, null] : [at, id.data];
}
