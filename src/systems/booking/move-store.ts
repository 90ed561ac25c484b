import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Booking } from './booking.ts';
import { returnMoment } from './booking-code.ts';
import { endOf } from './free-starts.ts';

/**
 * Moves a confirmed visit in one statement: locks the new slots in order of time, and only where each has
 * room and the visit still stands where it was read takes them; the old ones are freed later. Of two moves
 * at once one succeeds. `'gone'`: the visit has changed meanwhile.
 */
export async function moveStay(
  tx: Transaction,
  booking: Booking,
  to: Date,
  now: Date,
): Promise<'moved' | 'taken' | 'gone'> {
  const within = sql`s.hall = ${booking.hall} and s.sector = ${booking.sector} and s.starts_at >= ${to}
    and s.starts_at < ${endOf(to, booking.steps)}`;
  const { rows } = await sql<{ room: boolean; moved: boolean }>`
    with locked as (
      select s.starts_at, s.taken < s.capacity as free from booking.slots s
       where ${within} order by s.starts_at for update
    ), fits as (
      select count(*) filter (where free) = ${booking.steps} as ok from locked
    ), moved as (
      update booking.bookings b set starts_at = ${to}, reminded_at = null from fits
       where fits.ok and b.id = ${booking.id} and b.state = 'confirmed' and b.starts_at = ${booking.starts_at}
      returning b.id
    ), took as (
      update booking.slots s set taken = s.taken + 1 from locked l, moved
       where ${within} and s.starts_at = l.starts_at
    ), freed as (
      insert into booking.freed (id, hall, sector, starts_at, steps, due_at)
      select ${uuid()}::uuid, ${booking.hall}, ${booking.sector}, ${booking.starts_at}::timestamptz,
             ${booking.steps}::int, ${returnMoment(now)}::timestamptz from moved
    )
    select ok as room, exists (select from moved) as moved from fits`.execute(tx);
  const [done] = rows;
  if (done?.room !== true) return 'taken';
  return done.moved ? 'moved' : 'gone';
}
