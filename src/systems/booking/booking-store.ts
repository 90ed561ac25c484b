import { type RawBuilder, sql } from 'kysely';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { type Booking, stateAt, TRANSITIONS } from './booking.ts';

async function findBookingByCode(tx: Transaction, code: string): Promise<Booking | undefined> {
  const { rows } = await sql<Booking>`select * from booking.bookings where code = ${code}`.execute(tx);
  return rows[0];
}

/** Throws a `Refusal` (404) where there is no such visit. */
export async function getBookingByCode(tx: Transaction, code: string): Promise<Booking> {
  const booking = await findBookingByCode(tx, code);
  if (booking === undefined) throw notFound('booking:refusals.noSuchCode');
  return booking;
}

/**
 * Moves a booking by a verb of the table in one statement that holds its row: of two deeds at once
 * one succeeds. `also` narrows it further. Gives the row as it was left, or undefined.
 */
export async function moveBooking(
  tx: Transaction,
  code: string,
  verb: keyof typeof TRANSITIONS,
  set: RawBuilder<unknown>,
  also: RawBuilder<unknown> = sql`true`,
): Promise<Booking | undefined> {
  const { from, to } = TRANSITIONS[verb];
  const { rows } = await sql<Booking>`
    update booking.bookings set state = ${to}, ${set}
     where code = ${code} and state = any(${[...from]}::text[]) and ${also}
    returning *`.execute(tx);
  return rows[0];
}

/** Why a deed on a visit could not be done: a sentence for the state in which it stands. */
export async function whyNot(tx: Transaction, code: string, now: Date): Promise<Refusal> {
  const booking = await getBookingByCode(tx, code);
  const state = stateAt(booking, now);
  return new Refusal(`booking:refusals.state.${state}`);
}

/** One open visit fewer for the address. */
export async function countDown(tx: Transaction, contact: Buffer): Promise<void> {
  await sql`update booking.contacts set open = greatest(open - 1, 0) where contact = ${contact}`.execute(tx);
}
