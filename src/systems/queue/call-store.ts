import { type RawBuilder, sql } from 'kysely';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import type { Ticket } from './ticket.ts';

/** Who calls, and to where. */
export interface Caller {
  readonly clerkId: string;
  /** The window of an import; of a live call it may be named, and must then be the clerk's seat. */
  readonly windowId: string | null;
  readonly imported: boolean;
  readonly now: Date;
  /** The date in Kyiv. */
  readonly day: string;
}

export interface CallingPlace {
  readonly windowId: string;
  readonly windowNumber: number;
  readonly hall: string;
}

export interface Called {
  readonly place: CallingPlace;
  readonly ticket: Ticket | null;
}

interface PlaceRow {
  readonly place_id: string;
  readonly place_number: number;
  readonly place_hall: string;
  readonly frozen: boolean;
  readonly busy: boolean;
}
type CallRow = PlaceRow & (Ticket | { readonly id: null });

/** Calls the first of those who wait for this window today; `ticket` is null when nobody does. */
export async function callNext(tx: Transaction, caller: Caller): Promise<Called> {
  return call(
    tx,
    caller,
    firstInOrder(caller),
    sql`
    case when directed_to is not null then 'directed' when order_key < joined_at then 'privileged' else 'turn' end`,
  );
}

/** Calls the named ticket, parked or out of its turn; the public log says which. */
export async function callTicket(tx: Transaction, caller: Caller, ticketId: string): Promise<Called> {
  const chosen = sql`
    select n.id from queue.tickets n
     where n.id = ${ticketId} and n.state in ('waiting', 'parked') and n.imported = ${caller.imported}
       and n.day = ${caller.day} and n.hall = (select hall from ready) for update`;
  return call(tx, caller, chosen, sql`case when parked_at is null then 'chosen' else 'returned' end`);
}

/**
 * Waiting tickets in order, the first that nobody else is calling at this moment. A constant
 * `not n.imported` lets the planner use the partial index of live tickets.
 */
function firstInOrder({ day, imported, now }: Caller): RawBuilder<unknown> {
  const kind = imported ? sql`n.imported and n.queued_at <= ${now}` : sql`not n.imported`;
  return sql`
    select n.id from queue.tickets n
     where n.hall = (select hall from ready) and n.day = ${day} and n.state = 'waiting' and ${kind}
       and case when n.directed_to is null then n.sector = any((select sectors from ready)::text[])
                else n.directed_to = (select id from ready) end
     order by n.order_key, n.seq, n.id
     limit 1 for update skip locked`;
}

/** Where the clerk stands. An import names the window; nothing else is in its way. */
function placeOf({ clerkId, windowId, imported }: Caller): RawBuilder<unknown> {
  if (imported) {
    return sql`
      select w.id, w.number, w.hall, w.sectors, false as frozen, false as busy
        from queue.windows w where w.id = ${windowId}`;
  }
  return sql`
    select w.id, w.number, w.hall, w.sectors,
      exists (select from queue.freezes f where f.hall = w.hall and f.to_at is null) as frozen,
      exists (select from queue.tickets b
               where b.clerk_id = ${clerkId} and b.state in ('called', 'serving') and not b.imported) as busy
      from queue.seats s join queue.windows w on w.id = s.window_id
     where s.staff_id = ${clerkId} and (${windowId}::uuid is null or w.id = ${windowId})`;
}

/**
 * One statement from the choice to the public log (DESIGN §4): however many clerks call in however
 * many processes, SKIP LOCKED gives each another ticket, and nobody waits for anybody.
 */
async function call(
  tx: Transaction,
  caller: Caller,
  chosen: RawBuilder<unknown>,
  reason: RawBuilder<unknown>,
): Promise<Called> {
  const { rows } = await whenBroken(
    sql<CallRow>`
    with place as materialized (${placeOf(caller)}),
    ready as materialized (select * from place where not frozen and not busy),
    called as (
      update queue.tickets t
         set state = 'called', called_at = ${caller.now}, recalled_at = null, call_count = t.call_count + 1,
             window_id = ready.id, clerk_id = ${caller.clerkId},
             wait_seconds = coalesce(t.wait_seconds, queue.wait_seconds(t.hall, t.queued_at, ${caller.now}))
        from ready
       where t.id = (${chosen})
      returning t.*
    ), logged as (
      insert into queue.calls (hall, day, number, sector, window_number, reason, called_at, joined_at, order_key, imported)
      select c.hall, c.day, c.number, c.sector, place.number, ${reason}, c.called_at, c.joined_at, c.order_key, c.imported
        from called c cross join place
    )
    select place.id as place_id, place.number as place_number, place.hall as place_hall,
           place.frozen, place.busy, called.*
      from place left join called on true`.execute(tx),
    {
      tickets_one_at_clerk: 'queue:refusals.finishFirst',
      tickets_one_at_window: 'queue:refusals.finishFirst',
    },
  );
  const [row] = rows;
  if (row === undefined) throw new Refusal('queue:refusals.openWindowFirst');
  if (row.frozen) throw new Refusal('queue:refusals.hallFrozen');
  if (row.busy) throw new Refusal('queue:refusals.finishFirst');
  const place = { windowId: row.place_id, windowNumber: row.place_number, hall: row.place_hall };
  return { place, ticket: row.id === null ? null : row };
}

/** Writes a repeated call to the public log. */
export async function logRecall(tx: Transaction, ticket: Ticket): Promise<void> {
  await sql`
    insert into queue.calls (hall, day, number, sector, window_number, reason, called_at, joined_at, order_key, imported)
    select ${ticket.hall}, ${ticket.day}, ${ticket.number}, ${ticket.sector}, w.number, 'repeated',
           ${ticket.recalled_at}, ${ticket.joined_at}, ${ticket.order_key}, ${ticket.imported}
      from queue.windows w where w.id = ${ticket.window_id}`.execute(tx);
}

export interface CallRecord {
  readonly number: string;
  readonly sector: string;
  readonly window_number: number;
  readonly reason: string;
  readonly called_at: Date;
  readonly joined_at: Date;
  readonly order_key: Date;
}

/** The live calls of a day in the order of the log. */
export async function listCalls(tx: Transaction, hall: string, day: string): Promise<readonly CallRecord[]> {
  const { rows } = await sql<CallRecord>`
    select number, sector, window_number, reason, called_at, joined_at, order_key
      from queue.calls where hall = ${hall} and day = ${day} and not imported order by id`.execute(tx);
  return rows;
}

export interface CallSeal {
  readonly hall: string;
  readonly day: string;
  readonly row_count: number;
  readonly head: string;
  readonly sealed_at: Date;
}

export async function findSeal(tx: Transaction, hall: string, day: string): Promise<CallSeal | undefined> {
  const { rows } = await sql<CallSeal>`
    select * from queue.call_seals where hall = ${hall} and day = ${day}`.execute(tx);
  return rows[0];
}

/** Finished days with live calls that nobody sealed yet. */
export async function listUnsealedDays(
  tx: Transaction,
  before: string,
): Promise<readonly { readonly hall: string; readonly day: string }[]> {
  const { rows } = await sql<{ hall: string; day: string }>`
    select distinct c.hall, c.day from queue.calls c
     where c.day < ${before} and not c.imported
       and not exists (select from queue.call_seals s where s.hall = c.hall and s.day = c.day)
     order by c.day, c.hall limit 100`.execute(tx);
  return rows;
}

/** A day is sealed once; a second process that seals it too changes nothing. */
export async function insertSeal(tx: Transaction, seal: CallSeal): Promise<void> {
  await sql`
    insert into queue.call_seals (hall, day, row_count, head, sealed_at)
    values (${seal.hall}, ${seal.day}, ${seal.row_count}, ${seal.head}, ${seal.sealed_at})
    on conflict do nothing`.execute(tx);
}
