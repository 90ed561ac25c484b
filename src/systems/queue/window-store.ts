import { sql } from 'kysely';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Sector } from './sector.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';

export interface Window {
  readonly id: string;
  readonly hall: string;
  readonly number: number;
  readonly reception: number;
  readonly sectors: readonly Sector[];
}

export interface Seat extends Window {
  readonly since: Date;
}

export async function findSeat(tx: Transaction, staffId: string): Promise<Seat | undefined> {
  const { rows } = await sql<Seat>`
    select w.id, w.hall, w.number, w.reception, w.sectors, s.since
      from queue.seats s join queue.windows w on w.id = s.window_id
     where s.staff_id = ${staffId}`.execute(tx);
  return rows[0];
}

/**
 * Seats the person at the window, leaving the one they had. A seat that was forgotten on an earlier
 * day (`since` before `todayFrom`) is given to who comes; of today's it is refused.
 */
export async function takeSeat(
  tx: Transaction,
  seat: { readonly windowId: string; readonly staffId: string; readonly now: Date; readonly todayFrom: Date },
): Promise<Window> {
  const window = await getWindow(tx, seat.windowId);
  await sql`
    delete from queue.seats
     where window_id = ${seat.windowId} and staff_id <> ${seat.staffId} and since < ${seat.todayFrom}`.execute(
    tx,
  );
  await whenBroken(
    sql`
      insert into queue.seats (window_id, staff_id, since) values (${seat.windowId}, ${seat.staffId}, ${seat.now})
      on conflict (staff_id) do update set window_id = excluded.window_id, since = excluded.since`.execute(
      tx,
    ),
    { seats_pkey: 'queue:refusals.windowTaken' },
  );
  return window;
}

/** The window that was left; `undefined` when the person had none. */
export async function leaveSeat(tx: Transaction, staffId: string): Promise<Window | undefined> {
  const { rows } = await sql<Window>`
    delete from queue.seats s using queue.windows w
     where s.staff_id = ${staffId} and w.id = s.window_id
    returning w.id, w.hall, w.number, w.reception, w.sectors`.execute(tx);
  return rows[0];
}

/** A window in use. Throws a `Refusal` where there is none. */
export async function getWindow(tx: Transaction, id: string): Promise<Window> {
  const { rows } = await sql<Window & { active: boolean }>`
    select id, hall, number, reception, sectors, active from queue.windows where id = ${id}`.execute(tx);
  const [window] = rows;
  if (window === undefined) throw notFound('queue:refusals.noSuchWindow');
  if (!window.active) throw new Refusal('queue:refusals.windowOutOfUse', { number: window.number });
  return window;
}

export interface WindowNow extends Window {
  readonly staff_id: string | null;
  readonly staff_name: string | null;
  readonly since: Date | null;
  readonly ticket_id: string | null;
  readonly ticket_number: string | null;
  readonly ticket_sector: Sector | null;
  readonly ticket_state: 'called' | 'serving' | null;
  readonly ticket_since: Date | null;
  readonly service_code: string | null;
}

/** All windows in use with who sits there and whom they serve now. */
export async function listWindows(tx: Transaction, hall: string): Promise<readonly WindowNow[]> {
  const { rows } = await sql<WindowNow>`
    select w.id, w.hall, w.number, w.reception, w.sectors,
           s.staff_id, p.name as staff_name, s.since,
           t.id as ticket_id, t.number as ticket_number, t.sector as ticket_sector, t.state as ticket_state,
           coalesce(t.served_from, t.called_at) as ticket_since, t.service_code
      from queue.windows w
      left join queue.seats s on s.window_id = w.id
      left join kernel.staff p on p.id = s.staff_id
      left join queue.tickets t on t.window_id = w.id and t.state in ('called', 'serving') and not t.imported
     where w.hall = ${hall} and w.active
     order by w.number`.execute(tx);
  return rows;
}

/** Who sits at the window; null when it is closed. */
export async function findSitter(tx: Transaction, windowId: string): Promise<string | null> {
  const { rows } = await sql<{ staff_id: string }>`
    select staff_id from queue.seats where window_id = ${windowId}`.execute(tx);
  return rows[0]?.staff_id ?? null;
}

export async function findWindowNumber(tx: Transaction, id: string | null): Promise<number | null> {
  if (id === null) return null;
  const { rows } = await sql<{ number: number }>`select number from queue.windows where id = ${id}`.execute(
    tx,
  );
  return rows[0]?.number ?? null;
}
