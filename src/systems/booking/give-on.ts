import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { freshCode } from './booking-code.ts';
import { endOf } from './free-starts.ts';
import { holdFreed } from './hold-store.ts';
import { writeConfirmLetter } from './letters/visit-letters.ts';
import { offerUntil } from './offer-until.ts';
import { type LongStay, lockSlots, releaseSlots, type Stay, staysOf } from './slot-store.ts';
import { takeFirstWaiter, type Waiter } from './waiting-store.ts';

/**
 * Gives freed steps on: to the first who waits for the day and whose visit they hold, the rest (or all)
 * to everyone. The steps are still counted as taken when this begins.
 */
export async function giveOn(tx: Transaction, stay: Stay, now: Date): Promise<void> {
  await lockSlots(tx, [stay]);
  const until = offerUntil(now, stay.startsAt);
  const day = kyivDate(stay.startsAt);
  let given = 0;
  while (until !== null) {
    const waiter = await takeFirstWaiter(tx, { ...stay, day });
    if (waiter === undefined) break;
    if (!(await offer(tx, waiter, stay, until, now))) continue;
    given = waiter.steps;
    break;
  }
  if (given === stay.steps) return;
  const rest = { ...stay, startsAt: endOf(stay.startsAt, given), steps: stay.steps - given };
  await releaseSlots(tx, rest);
}

/** A hold for the waiter and the letter about it. False where the address has enough visits already. */
async function offer(tx: Transaction, waiter: Waiter, stay: Stay, until: Date, now: Date): Promise<boolean> {
  const hold = {
    ...waiter,
    id: uuid(),
    startsAt: stay.startsAt,
    contact: waiter.email,
    code: freshCode(),
    confirmWord: freshCode(),
    heldUntil: until,
    name: null,
    phone: null,
    assistance: null,
    now,
    today: kyivDate(now),
  };
  const held = await holdFreed(tx, hold);
  if (held) await writeConfirmLetter({ tx, imported: false, recordedAt: now }, hold, 'offer');
  return held;
}

/** Ends one hold that ran out and gives its steps on. False where another deed was faster. */
export async function expireHold(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql<LongStay & { contact: Buffer }>`
    select hall, sector, starts_at as "startsAt", steps, further, contact from booking.bookings where id = ${id}`.execute(
    tx,
  );
  const [visit] = rows;
  if (visit === undefined) return false;
  // Slots first, then the booking, then the count: the order of every deed here.
  await lockSlots(tx, [visit]);
  const { rows: expired } = await sql`
    update booking.bookings set state = 'expired', held_until = null, confirm_word = null, ended_at = ${now}
     where id = ${id} and state = 'held' and held_until <= ${now} returning id`.execute(tx);
  if (expired.length === 0) return false;
  await sql`update booking.contacts set open = greatest(open - 1, 0) where contact = ${visit.contact}`.execute(
    tx,
  );
  for (const stay of staysOf(visit)) await giveOn(tx, stay, now);
  return true;
}
