import { type RawBuilder, sql } from 'kysely';
import { toEpochDay, toIsoDate } from '../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { loadReception } from '../../kernel/calendar/load-calendar.ts';
import { openingHours } from '../../kernel/calendar/reception-calendar.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { SECTORS, type Sector } from '../service-catalogue/index.ts';
import { readCapacity } from './capacity-store.ts';
import { DAYS_AHEAD, endOf, type Slot } from './free-starts.ts';
import { planDay } from './slot-plan.ts';

/** Where and when a visit stands: so many steps of a sector in a row. */
export interface Stay {
  readonly hall: string;
  readonly sector: Sector;
  readonly startsAt: Date;
  readonly steps: number;
}

/** A part of a visit in one sector. */
export interface Leg {
  readonly sector: Sector;
  readonly services: readonly string[];
  readonly steps: number;
}

/** A visit of one sector, or of several one after another without a pause. */
export interface LongStay extends Stay {
  readonly further?: readonly Leg[];
}

/** The stays of a visit, one a sector, in order of time. */
export function staysOf(visit: LongStay): readonly Stay[] {
  let { startsAt } = visit;
  return [visit, ...(visit.further ?? [])].map(({ sector, steps }) => {
    const stay = { hall: visit.hall, sector, startsAt, steps };
    startsAt = endOf(startsAt, steps);
    return stay;
  });
}

export function allSteps({ steps, further = [] }: Pick<LongStay, 'steps' | 'further'>): number {
  return further.reduce((sum, leg) => sum + leg.steps, steps);
}

/**
 * Lays the slots of the coming days by capacity, hours and closures. Harmless when repeated: what is
 * taken stays taken, so a slot that a closure took away keeps the room of those who stand in it already.
 */
export async function makeSlots(tx: Transaction, hall: string, now: Date): Promise<void> {
  const reception = await loadReception(tx, hall);
  const rows = await readCapacity(tx, hall);
  const today = toEpochDay(kyivDate(now));
  const planned = new Map<string, { sector: Sector; startsAt: Date; capacity: number }>();
  for (let day = today; day <= today + DAYS_AHEAD; day += 1) {
    const date = toIsoDate(day);
    const hours = openingHours(reception, date);
    for (const sector of SECTORS) {
      const ofSector = rows.filter((row) => row.sector === sector);
      // The hour that a spring night leaves out would come twice.
      for (const slot of planDay(hours, ofSector, date))
        planned.set(`${sector} ${slot.startsAt.toISOString()}`, { sector, ...slot });
    }
  }
  await writeSlots(tx, hall, now, [...planned.values()]);
}

/** In the order in which a booking locks its slots, so that the two never wait for each other in a ring. */
async function writeSlots(
  tx: Transaction,
  hall: string,
  now: Date,
  planned: readonly { sector: Sector; startsAt: Date; capacity: number }[],
): Promise<void> {
  await sql`
    with planned as (
      select sector, "startsAt" as starts_at, capacity
        from jsonb_to_recordset(${JSON.stringify(planned)}::jsonb)
          as p (sector text, "startsAt" timestamptz, capacity int)
    ), lost as (
      select s.sector, s.starts_at, 0 as capacity from booking.slots s
       where s.hall = ${hall} and s.starts_at >= ${now} and s.capacity > s.taken
         and not exists (select from planned p where p.sector = s.sector and p.starts_at = s.starts_at)
    )
    insert into booking.slots as s (hall, sector, starts_at, capacity)
    select ${hall}, sector, starts_at, capacity
      from (select * from planned union all select * from lost) as all_of_them
     order by sector, starts_at
    on conflict (hall, sector, starts_at) do update set capacity = greatest(excluded.capacity, s.taken)
     where s.capacity <> greatest(excluded.capacity, s.taken)`.execute(tx);
}

/** The slots of a sector in order of time, from a moment to another. */
export async function readSlots(
  tx: Transaction,
  { hall, sector, from, to }: { hall: string; sector: Sector; from: Date; to: Date },
): Promise<readonly Slot[]> {
  const { rows } = await sql<Slot>`
    select starts_at as "startsAt", capacity - taken as free from booking.slots
     where hall = ${hall} and sector = ${sector} and starts_at >= ${from} and starts_at < ${to}
     order by starts_at`.execute(tx);
  return rows;
}

/** The slots `s` of a visit, of each sector its own. */
export function within(visit: LongStay): RawBuilder<boolean> {
  const spans = staysOf(visit).map(
    ({ sector, startsAt, steps }) =>
      sql`s.sector = ${sector} and s.starts_at >= ${startsAt} and s.starts_at < ${endOf(startsAt, steps)}`,
  );
  const [only] = spans;
  const span = spans.length === 1 && only !== undefined ? only : sql`(${sql.join(spans, sql` or `)})`;
  return sql`s.hall = ${visit.hall} and ${span}`;
}

/** Holds the rows of some visits of one hall until the commit, always in order of sector and time. */
export async function lockSlots(tx: Transaction, visits: readonly LongStay[]): Promise<void> {
  const [first] = visits;
  if (first === undefined) return;
  const spans = visits
    .flatMap(staysOf)
    .map(({ sector, startsAt, steps }) => ({ sector, from: startsAt, to: endOf(startsAt, steps) }));
  await sql`
    select 1 from booking.slots s
     where s.hall = ${first.hall}
       and exists (select from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb)
                     as span (sector text, "from" timestamptz, "to" timestamptz)
                    where s.sector = span.sector and s.starts_at >= span."from" and s.starts_at < span."to")
     order by s.sector, s.starts_at for update`.execute(tx);
}

/** Gives the steps of a stay back to everyone. */
export async function releaseSlots(tx: Transaction, stay: Stay): Promise<void> {
  await lockSlots(tx, [stay]);
  await sql`
    update booking.slots set taken = taken - 1
     where hall = ${stay.hall} and sector = ${stay.sector}
       and starts_at >= ${stay.startsAt} and starts_at < ${endOf(stay.startsAt, stay.steps)}`.execute(tx);
}
