import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import type { Deed } from '../../kernel/actions/define.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { type Assistance, MOST_HOLDS_A_DAY, MOST_OPEN } from './booking.ts';
import { endOf } from './free-starts.ts';
import { allSteps, type LongStay, lockSlots, within } from './slot-store.ts';

export interface NewHold extends LongStay {
  readonly id: string;
  readonly code: string;
  readonly confirmWord: string | null;
  readonly services: readonly string[];
  readonly people: number;
  /** Null where it is confirmed at once: the telephone's voice proves itself. */
  readonly heldUntil: Date | null;
  readonly name: string | null;
  readonly email: string | null;
  /** What open visits are counted by: the address, or the telephone. */
  readonly contact: string;
  readonly phone: string | null;
  readonly assistance: Assistance | null;
  readonly now: Date;
  /** Civil day in Kyiv, for the count of attempts. */
  readonly today: string;
}

/**
 * Holds a visit in one statement: locks its slots in order of time, and only where each has room counts
 * the address up, takes the slots and writes the booking. Nobody is ever between looking and taking.
 * The statement travels with the deed's last ones, so its slots stay locked for the commit alone.
 * A `Refusal` is thrown then: the time is taken, or the address has enough visits.
 */
export async function holdVisit(deed: Pick<Deed, 'tx' | 'sendAlong'>, hold: NewHold): Promise<void> {
  const { tx, sendAlong } = deed;
  await reclaimExpired(tx, hold);
  const statement = takeStatement(hold);
  if (sendAlong === undefined) await statement.execute(tx).catch(tellRefused);
  else sendAlong(statement, tellRefused);
}

function takeStatement(hold: NewHold): RawBuilder<unknown> {
  return sql`
    with locked as (
      select s.sector, s.starts_at, s.taken < s.capacity as free from booking.slots s
       where ${within(hold)} order by s.sector, s.starts_at for update
    ), fits as (
      select count(*) filter (where free) = ${allSteps(hold)} as ok from locked
    ), counted as (
      ${countUp(hold)} from fits where ok ${countUpLimit}
    ), took as (
      update booking.slots s set taken = s.taken + 1
        from locked l, counted where ${within(hold)} and s.sector = l.sector and s.starts_at = l.starts_at
    ), booked as (
      ${insertHold(hold)} from counted
    )
    select case when not ok then booking.refuse('timeTaken')
                when not exists (select from counted) then booking.refuse('enoughVisits') end
      from fits`;
}

const REFUSALS = ['timeTaken', 'enoughVisits'];

function tellRefused(error: unknown): never {
  const reason = error instanceof pg.DatabaseError ? error.constraint : undefined;
  if (reason === undefined || !REFUSALS.includes(reason)) throw error;
  throw new Refusal(`booking:refusals.${reason}`, { most: MOST_OPEN });
}

/** A visit offered to one who waits: its slots are taken already. False where the address has enough visits. */
export async function holdFreed(tx: Transaction, hold: NewHold): Promise<boolean> {
  const { rows } = await sql<{ counted: boolean }>`
    with counted as (${countUp(hold)} where true ${countUpLimit}), booked as (${insertHold(hold)} from counted)
    select exists (select from counted) as counted`.execute(tx);
  return rows[0]?.counted === true;
}

function countUp({ contact, today }: NewHold): RawBuilder<unknown> {
  return sql`insert into booking.contacts as c (contact, open, day, day_holds)
      select booking.contact_hash(${contact}), 1, ${today}::date, 1`;
}

/** Counted and bounded by the row itself, so two tabs of one person are counted one after the other. */
const countUpLimit = sql`
      on conflict (contact) do update
         set open = c.open + 1, day = excluded.day,
             day_holds = case when c.day = excluded.day then c.day_holds + 1 else 1 end
       where c.open < ${MOST_OPEN} and (c.day <> excluded.day or c.day_holds < ${MOST_HOLDS_A_DAY})
      returning contact`;

function insertHold(hold: NewHold): RawBuilder<unknown> {
  const further = hold.further ?? [];
  const services = [...hold.services, ...further.flatMap((leg) => leg.services)];
  const isHeld = hold.heldUntil !== null;
  return sql`insert into booking.bookings
        (id, code, confirm_word, hall, sector, service_codes, starts_at, steps, further, all_steps, people, state,
         held_until, confirmed_at, channel, name, email, phone, assistance, assisted, contact, created_at)
      select ${hold.id}::uuid, ${hold.code}, ${hold.confirmWord}, ${hold.hall}, ${hold.sector},
             ${services}::text[], ${hold.startsAt}::timestamptz, ${hold.steps}::int, ${JSON.stringify(further)}::jsonb,
             ${allSteps(hold)}::int, ${hold.people}::int, ${isHeld ? 'held' : 'confirmed'}, ${hold.heldUntil}::timestamptz,
             ${isHeld ? null : hold.now}::timestamptz, ${isHeld ? 'site' : 'telephone'}, ${hold.name}::text, ${hold.email}::text,
             ${hold.phone}::text, ${hold.assistance}::text, ${hold.assistance !== null}, counted.contact, ${hold.now}::timestamptz`;
}

interface Overdue extends LongStay {
  readonly id: string;
  readonly contact: Buffer;
}

/**
 * Gives back, before somebody takes them, the steps of holds that ran out where the job has not come
 * yet. All slots are locked first and in order, so two who come here at once wait in line. Where people
 * wait for freed visits of the day the job decides, for they come first.
 */
async function reclaimExpired(tx: Transaction, hold: NewHold): Promise<void> {
  const overdue = await findOverdue(tx, hold);
  if (overdue.length === 0) return;
  await lockSlots(tx, [hold, ...overdue]);
  const { rows: expired } = await sql<Overdue>`
    update booking.bookings set state = 'expired', held_until = null, ended_at = ${hold.now}
     where id = any(${overdue.map(({ id }) => id)}::uuid[]) and state = 'held' and held_until <= ${hold.now}
    returning id, hall, sector, starts_at as "startsAt", steps, further, contact`.execute(tx);
  await sql`
    select 1 from booking.contacts
     where contact = any(${expired.map(({ contact }) => contact)}::bytea[]) or contact = booking.contact_hash(${hold.contact})
     order by contact for update`.execute(tx);
  for (const one of expired) {
    await sql`update booking.slots s set taken = s.taken - 1 where ${within(one)}`.execute(tx);
    await sql`update booking.contacts set open = greatest(open - 1, 0) where contact = ${one.contact}`.execute(
      tx,
    );
  }
}

async function findOverdue(tx: Transaction, hold: NewHold): Promise<readonly Overdue[]> {
  const { rows } = await sql<Overdue>`
    select b.id, b.hall, b.sector, b.starts_at as "startsAt", b.steps, b.further, b.contact from booking.bookings b
     where b.state = 'held' and b.held_until <= ${hold.now} and b.hall = ${hold.hall}
       and b.starts_at < ${endOf(hold.startsAt, allSteps(hold))}
       and b.starts_at + make_interval(mins => b.all_steps * 10) > ${hold.startsAt}
       and not exists (
         select from booking.waiting w
          where w.state = 'waiting' and w.hall = b.hall and w.sector = b.sector
            and w.day = (b.starts_at at time zone 'Europe/Kyiv')::date)`.execute(tx);
  return rows;
}
