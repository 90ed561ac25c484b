import { type RawBuilder, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import { toEpochDay, weekdayOf } from '../../../kernel/calendar/epoch-day.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { whenBroken } from '../../../kernel/database/when-broken.ts';
import { FREES_THE_DAY, HOME_TRANSITIONS, type HomeVerb, type HomeVisit } from './home-visit.ts';

export interface NewHomeVisit {
  readonly id: string;
  readonly code: string;
  readonly hall: string;
  readonly services: readonly string[];
  readonly channel: 'site' | 'telephone';
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly address: string;
  readonly reason: string;
  readonly now: Date;
}

/** Throws a `Refusal` where the person has an open request already. */
export async function insertHomeVisit(tx: Transaction, visit: NewHomeVisit): Promise<void> {
  const contact = visit.phone.replaceAll(/\D/g, '');
  await whenBroken(
    sql`
      insert into booking.home_visits
        (id, code, hall, service_codes, state, channel, name, phone, email, address, reason, contact, requested_at)
      values (${visit.id}, ${visit.code}, ${visit.hall}, ${[...visit.services]}::text[], 'requested', ${visit.channel},
              ${visit.name}, ${visit.phone}, ${visit.email}, ${visit.address}, ${visit.reason},
              booking.contact_hash(${contact}), ${visit.now})`.execute(tx),
    { home_visits_once: 'booking:home.refusals.askedAlready' },
  );
}

/** Throws a `Refusal` (404) where there is no such request. */
export async function getHomeVisit(tx: Transaction, by: { readonly id: string } | { readonly code: string }) {
  const where = 'id' in by ? sql`id = ${by.id}` : sql`code = ${by.code}`;
  const { rows } = await sql<HomeVisit>`select * from booking.home_visits where ${where}`.execute(tx);
  const [visit] = rows;
  if (visit === undefined) throw notFound('booking:home.refusals.noSuchVisit');
  return visit;
}

/**
 * Moves a request by a verb of the table, holding its row; a place that it leaves on a crew's day is given
 * back. Throws a `Refusal` that names the state it stands in.
 */
export async function moveHomeVisit(
  tx: Transaction,
  id: string,
  verb: HomeVerb,
  set: RawBuilder<unknown>,
): Promise<{ readonly before: HomeVisit; readonly after: HomeVisit }> {
  const { from, to } = HOME_TRANSITIONS[verb];
  const before = await getHomeVisit(tx, { id });
  const { rows } = await sql<HomeVisit>`
    update booking.home_visits set state = ${to}, ${set}
     where id = ${id} and state = ${before.state} and state = any(${[...from]}::text[])
       and day is not distinct from ${before.day}::date
    returning *`.execute(tx);
  const [after] = rows;
  if (after === undefined)
    throw new Refusal(`booking:home.refusals.state.${(await getHomeVisit(tx, { id })).state}`);
  if (FREES_THE_DAY.includes(verb)) await leaveDay(tx, before);
  return { before, after };
}

/** Gives the crew's place back. */
export async function leaveDay(
  tx: Transaction,
  { hall, day }: Pick<HomeVisit, 'hall' | 'day'>,
): Promise<void> {
  if (day === null) return;
  await sql`
    update booking.crew_days set taken = taken - 1 where hall = ${hall} and day = ${day}::date and taken > 0`.execute(
    tx,
  );
}

/** Takes one of the crew's visits of a day, counted by the day's own row. Throws a `Refusal` where none is left. */
export async function takeDay(tx: Transaction, hall: string, day: string): Promise<void> {
  const { rows } = await sql`
    insert into booking.crew_days as d (hall, day, capacity, taken)
    select ${hall}, ${day}::date, c.visits, 1 from booking.crew_capacity c
     where c.hall = ${hall} and c.weekday = ${weekdayOf(toEpochDay(day))} and c.visits > 0
       and c.valid_from <= ${day}::date and (c.valid_to is null or c.valid_to > ${day}::date)
    on conflict (hall, day) do update
       set taken = d.taken + 1, capacity = greatest(excluded.capacity, d.taken + 1)
     where d.taken < excluded.capacity
    returning day`.execute(tx);
  if (rows.length === 0) throw new Refusal('booking:home.refusals.dayFull');
}

export interface CrewDay {
  readonly day: string;
  readonly free: number;
}

/** What is left of the crews on the coming days. */
export async function readCrewDays(
  tx: Transaction,
  hall: string,
  from: string,
  to: string,
): Promise<readonly CrewDay[]> {
  const { rows } = await sql<CrewDay>`
    select g.day::date as day, (c.visits - coalesce(d.taken, 0))::int as free
      from generate_series(${from}::date, ${to}::date, interval '1 day') as g (day)
      join booking.crew_capacity c on c.hall = ${hall} and c.weekday = extract(isodow from g.day)::int
       and c.valid_from <= g.day::date and (c.valid_to is null or c.valid_to > g.day::date)
      left join booking.crew_days d on d.hall = ${hall} and d.day = g.day::date
     where c.visits > coalesce(d.taken, 0)
     order by g.day`.execute(tx);
  return rows;
}

/** How many visits a crew makes on a weekday, from a day on. */
export async function replaceCrewCapacity(
  tx: Transaction,
  row: {
    readonly hall: string;
    readonly weekday: number;
    readonly visits: number;
    readonly validFrom: string;
  },
): Promise<void> {
  const same = sql`hall = ${row.hall} and weekday = ${row.weekday}`;
  await sql`delete from booking.crew_capacity where ${same} and valid_from >= ${row.validFrom}::date`.execute(
    tx,
  );
  await sql`
    update booking.crew_capacity set valid_to = ${row.validFrom}
     where ${same} and (valid_to is null or valid_to > ${row.validFrom}::date)`.execute(tx);
  await whenBroken(
    sql`
      insert into booking.crew_capacity (id, hall, weekday, visits, valid_from)
      values (${uuid()}, ${row.hall}, ${row.weekday}, ${row.visits}, ${row.validFrom})`.execute(tx),
    { crew_capacity_no_overlap: 'booking:refusals.capacityJustChanged' },
  );
}
