import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Booking } from './booking.ts';
import { returnMoment } from './booking-code.ts';
import { staysOf, within } from './slot-store.ts';

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
  const { hall, sector, steps, further } = booking;
  const aim = within({ hall, sector, startsAt: to, steps, further });
  const left = staysOf({ hall, sector, startsAt: booking.starts_at, steps, further });
  const { rows } = await sql<{ room: boolean; moved: boolean }>`
    with locked as (
      select s.sector, s.starts_at, s.taken < s.capacity as free from booking.slots s
       where ${aim} order by s.sector, s.starts_at for update
    ), fits as (
      select count(*) filter (where free) = ${booking.all_steps} as ok from locked
    ), moved as (
      update booking.bookings b set starts_at = ${to}, reminded_at = null from fits
       where fits.ok and b.id = ${booking.id} and b.state = 'confirmed' and b.starts_at = ${booking.starts_at}
      returning b.id
    ), took as (
      update booking.slots s set taken = s.taken + 1 from locked l, moved
       where ${aim} and s.sector = l.sector and s.starts_at = l.starts_at
    ), freed as (
      insert into booking.freed (id, hall, sector, starts_at, steps, due_at)
      select gen_random_uuid(), ${hall}, stay.sector, stay."startsAt", stay.steps, ${returnMoment(now)}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(left)}::jsonb)
          as stay (sector text, "startsAt" timestamptz, steps int), moved
    )
    select ok as room, exists (select from moved) as moved from fits`.execute(tx);
  const [done] = rows;
  if (done?.room !== true) return 'taken';
  return done.moved ? 'moved' : 'gone';
}
