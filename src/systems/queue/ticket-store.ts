import { type RawBuilder, sql } from 'kysely';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import {
  AT_WINDOW,
  stateAfter,
  type Ticket,
  type TicketState,
  type TicketVerb,
  TRANSITIONS,
} from './ticket.ts';

/** What a new ticket is given; everything else stands empty until it is called. */
export type NewTicket = Pick<
  Ticket,
  | 'id'
  | 'visit_id'
  | 'came_from'
  | 'hall'
  | 'day'
  | 'sector'
  | 'number'
  | 'seq'
  | 'code'
  | 'service_code'
  | 'class_code'
  | 'class_state'
  | 'order_key'
  | 'joined_at'
  | 'queued_at'
  | 'directed_to'
  | 'expected_seconds'
  | 'estimate_from'
  | 'estimate_to'
  | 'imported'
  | 'further'
>;

const COLUMNS = [
  'id',
  'visit_id',
  'came_from',
  'hall',
  'day',
  'sector',
  'number',
  'seq',
  'code',
  'service_code',
  'class_code',
  'class_state',
  'order_key',
  'joined_at',
  'queued_at',
  'directed_to',
  'expected_seconds',
  'estimate_from',
  'estimate_to',
  'imported',
  'further',
] as const satisfies readonly (keyof NewTicket)[];

function values(ticket: NewTicket): RawBuilder<unknown> {
  const further = ticket.further === null ? null : JSON.stringify(ticket.further);
  const row = { ...ticket, further };
  return sql`(${sql.join(COLUMNS.map((column) => row[column]))}, 'waiting')`;
}

const INTO = sql`queue.tickets (${sql.join(COLUMNS.map((column) => sql.ref(column)))}, state)`;

/** A visit and its first ticket, in one statement. Throws a `Refusal` where there is no such hall. */
export async function insertVisit(tx: Transaction, ticket: NewTicket): Promise<void> {
  await whenBroken(
    sql`
      with visit as (
        insert into queue.visits (id, hall, day, sector, arrived_at, imported)
        values (${ticket.visit_id}, ${ticket.hall}, ${ticket.day}, ${ticket.sector}, ${ticket.joined_at}, ${ticket.imported})
      )
      insert into ${INTO} values ${values(ticket)}`.execute(tx),
    { visits_hall_fkey: 'queue:refusals.noSuchHall', tickets_hall_fkey: 'queue:refusals.noSuchHall' },
  );
}

export async function insertTicket(tx: Transaction, ticket: NewTicket): Promise<void> {
  await sql`insert into ${INTO} values ${values(ticket)}`.execute(tx);
}

export async function findTicket(tx: Transaction, id: string): Promise<Ticket | undefined> {
  const { rows } = await sql<Ticket>`select * from queue.tickets where id = ${id}`.execute(tx);
  return rows[0];
}

/** Throws a `Refusal` (404) where there is no such ticket. */
export async function getTicket(tx: Transaction, id: string): Promise<Ticket> {
  const ticket = await findTicket(tx, id);
  if (ticket === undefined) throw notFound('queue:refusals.noSuchTicket');
  return ticket;
}

/** The ticket a code opens now: after transfers, the last of its visit. */
export async function findTicketByCode(tx: Transaction, code: string): Promise<Ticket | undefined> {
  const { rows } = await sql<Ticket>`
    select t.* from queue.tickets t
     where t.visit_id = (select visit_id from queue.tickets where code = ${code} and came_from is null)
       and not exists (select from queue.tickets next where next.came_from = t.id)
     order by t.queued_at desc, t.id desc limit 1`.execute(tx);
  return rows[0];
}

/** Whom the clerk has at the window: called or served now. */
export async function findTicketAtClerk(tx: Transaction, clerkId: string): Promise<Ticket | undefined> {
  const { rows } = await sql<Ticket>`
    select * from queue.tickets
     where clerk_id = ${clerkId} and state in ('called', 'serving') and not imported`.execute(tx);
  return rows[0];
}

/** Who moves a ticket: the clerk in whose hands it is; a head may step in. */
export interface Mover {
  readonly staffId: string | null;
  readonly isHead: boolean;
  readonly imported: boolean;
}

export interface Moved {
  readonly ticket: Ticket;
  readonly stateBefore: TicketState;
}

/**
 * Moves a ticket by a verb of the transitions table in one statement that holds its row: two deeds
 * on one ticket never both succeed. `set` are the further columns as SQL.
 * Throws a `Refusal` that says why not.
 */
export async function moveTicket(
  tx: Transaction,
  id: string,
  verb: TicketVerb,
  by: Mover,
  set: RawBuilder<unknown>,
): Promise<Moved> {
  const { from, to } = TRANSITIONS[verb];
  const { rows } = await sql<Ticket & { state_before: TicketState }>`
    update queue.tickets t set state = ${to}, ${set}
      from (select id, state from queue.tickets where id = ${id} for update) as before
     where t.id = before.id and before.state = any(${[...from]}::text[]) and t.imported = ${by.imported}
       and (${by.isHead} or before.state not in ('called', 'serving') or t.clerk_id = ${by.staffId})
    returning t.*, before.state as state_before`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw await whyNot(tx, id, verb, by);
  return { ticket: row, stateBefore: row.state_before };
}

/** Why a ticket was not moved. */
export async function whyNot(tx: Transaction, id: string, verb: TicketVerb, by: Mover): Promise<Refusal> {
  const ticket = await getTicket(tx, id);
  if (ticket.imported !== by.imported) return notFound('queue:refusals.noSuchTicket');
  const isHeld = AT_WINDOW.some((state) => state === ticket.state);
  if (isHeld && ticket.clerk_id !== by.staffId && !by.isHead) {
    return new Refusal('queue:refusals.notYourTicket', { number: ticket.number }, 403);
  }
  stateAfter(ticket, verb);
  // The row allowed the verb a moment later: another deed stood in between.
  return new Refusal('queue:refusals.justChanged', { number: ticket.number });
}

/** Marks the visit as received at a window (once). */
export async function markVisitServed(tx: Transaction, visitId: string, at: Date): Promise<void> {
  await sql`
    update queue.visits set served_at = ${at} where id = ${visitId} and served_at is null`.execute(tx);
}

/** Codes of the last visits that were served, the newest first. */
export async function listServedCodes(tx: Transaction, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from queue.tickets where state = 'served' order by ended_at desc, id limit ${limit}`.execute(
    tx,
  );
  return rows.map(({ code }) => code);
}
