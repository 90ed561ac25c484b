import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import type { Sector } from '../service-catalogue/index.ts';

export interface Waiter {
  readonly id: string;
  readonly hall: string;
  readonly sector: Sector;
  readonly day: string;
  readonly services: readonly string[];
  readonly people: number;
  readonly steps: number;
  readonly email: string;
}

/** Puts somebody at the end of a full day's list; an address stands there once. */
export async function insertWaiter(tx: Transaction, waiter: Waiter, now: Date): Promise<void> {
  await whenBroken(
    sql`
      insert into booking.waiting
        (id, hall, sector, day, service_codes, people, steps, email, contact, created_at, state)
      values (${waiter.id}, ${waiter.hall}, ${waiter.sector}, ${waiter.day}, ${[...waiter.services]}::text[],
              ${waiter.people}, ${waiter.steps}, ${waiter.email}, booking.contact_hash(${waiter.email}), ${now}, 'waiting')`.execute(
      tx,
    ),
    { waiting_once: 'booking:refusals.waitsAlready' },
  );
}

/** The first in line for so many steps of a day, taken off the line; another process passes to the next. */
export async function takeFirstWaiter(
  tx: Transaction,
  of: { readonly hall: string; readonly sector: Sector; readonly day: string; readonly steps: number },
): Promise<Waiter | undefined> {
  const { rows } = await sql<Waiter>`
    update booking.waiting w set state = 'offered'
      from (select id from booking.waiting
             where hall = ${of.hall} and sector = ${of.sector} and day = ${of.day}::date and state = 'waiting'
               and steps <= ${of.steps}
             order by created_at, id limit 1 for update skip locked) as first
     where w.id = first.id
    returning w.id, w.hall, w.sector, w.day, w.service_codes as services, w.people, w.steps, w.email`.execute(
    tx,
  );
  return rows[0];
}
