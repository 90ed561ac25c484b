import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { tellServices } from '../../service-catalogue/index.ts';
import { hallInput } from '../booking-input.ts';
import { HOME_STATES, type HomeVisit } from '../home/home-visit.ts';
import { readCrewDays } from '../home/home-visit-store.ts';
import { clock } from '../slot-plan.ts';

/** So far ahead a day may be chosen. */
const PLAN_DAYS = 30;

const row = z.object({
  id: z.uuid(),
  code: z.string(),
  state: z.enum(HOME_STATES),
  channel: z.enum(['site', 'telephone']),
  requestedAt: z.string(),
  services: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  reason: z.string().nullable(),
  answer: z.string().nullable(),
  day: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type ListedHomeVisit = z.output<typeof row>;

export const listHomeVisits = defineQuery({
  name: 'booking.list-home-visits',
  title: { uk: 'Виїзди додому', en: 'Home visits' },
  input: z.object({
    hall: hallInput,
    /** Open ones where left out. */
    state: z.enum([...HOME_STATES, 'open']).default('open'),
    /** Part of a name, an address or a code. */
    words: personal(z.string().trim().max(100)).default(''),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({
    visits: z.array(row),
    next: z.uuid().nullable(),
    days: z.array(z.object({ day: z.string(), free: z.int() })),
  }),
  may: ['administrator', 'head'],
  async run({ tx, now, looked }, { hall, state, words, after, limit }) {
    const pattern = `%${words.replaceAll(/[%_\\]/g, '\\$&')}%`;
    const { rows } = await sql<HomeVisit>`
      select * from booking.home_visits
       where hall = ${hall}
         and ${state === 'open' ? sql`state in ('requested', 'planned', 'confirmed')` : sql`state = ${state}`}
         and (${words} = '' or name ilike ${pattern} or address ilike ${pattern} or code ilike ${pattern})
         and (${after ?? null}::uuid is null
              or (requested_at, id) > (select h.requested_at, h.id from booking.home_visits h where h.id = ${after ?? null}::uuid))
       order by requested_at, id limit ${limit + 1}`.execute(tx);
    const shown = rows.slice(0, limit);
    for (const { id } of shown) looked({ kind: 'home-visit', id });
    const today = kyivDate(now);
    const visits: ListedHomeVisit[] = [];
    for (const one of shown) {
      visits.push(viewOf(one, await tellServices(tx, one.service_codes, today)));
    }
    const days = await readCrewDays(tx, hall, today, addDays(today, PLAN_DAYS));
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { visits, next: last?.id ?? null, days: [...days] };
  },
});

function viewOf(one: HomeVisit, services: ListedHomeVisit['services']): ListedHomeVisit {
  return {
    id: one.id,
    code: one.code,
    state: one.state,
    channel: one.channel,
    services,
    name: one.name,
    phone: one.phone,
    email: one.email,
    address: one.address,
    reason: one.reason,
    answer: one.answer,
    day: one.day,
    requestedAt: one.requested_at.toISOString(),
    from: one.from_minute === null ? null : clock(one.from_minute),
    to: one.to_minute === null ? null : clock(one.to_minute),
  };
}
