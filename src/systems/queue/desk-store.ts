import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Sector } from './sector.ts';
import type { Ticket } from './ticket.ts';

/** Who waits today, in the order of calling; for one window only those whom it may call. */
export async function listWaiting(
  tx: Transaction,
  of: {
    readonly hall: string;
    readonly day: string;
    readonly window?: { readonly id: string; readonly sectors: readonly Sector[] };
    readonly limit: number;
  },
): Promise<readonly Ticket[]> {
  const mine =
    of.window === undefined
      ? sql`true`
      : sql`case when directed_to is null then sector = any(${[...of.window.sectors]}::text[])
                 else directed_to = ${of.window.id} end`;
  const { rows } = await sql<Ticket>`
    select * from queue.tickets
     where hall = ${of.hall} and day = ${of.day} and state = 'waiting' and not imported and ${mine}
     order by order_key, seq, id limit ${of.limit}`.execute(tx);
  return rows;
}

/** Who was sent for a fee or a form and comes back, the longest away first. */
export async function listParked(tx: Transaction, hall: string, day: string): Promise<readonly Ticket[]> {
  const { rows } = await sql<Ticket>`
    select * from queue.tickets
     where hall = ${hall} and day = ${day} and state = 'parked' and not imported
     order by parked_at, id`.execute(tx);
  return rows;
}

export interface HallDay {
  /** Visits in which somebody was served. */
  readonly received: number;
  readonly no_shows: number;
  /** Median minutes of waiting of those called; null where nobody was. */
  readonly median_wait: number | null;
  /** How many estimates told on joining can be compared with the truth, and how many came true. */
  readonly estimated: number;
  readonly came_true: number;
}

/** What happened live in a hall from `from` to `to`, both included. */
export async function readHallDays(
  tx: Transaction,
  hall: string,
  from: string,
  to: string,
): Promise<HallDay> {
  const { rows } = await sql<HallDay>`
    select count(*) filter (where state = 'no-show' and call_count > 0)::int as no_shows,
           round((percentile_cont(0.5) within group (order by wait_seconds) / 60)::numeric)::int as median_wait,
           count(*) filter (where estimate_to is not null and wait_seconds is not null and came_from is null)::int as estimated,
           count(*) filter (where round(wait_seconds / 60.0) between estimate_from and estimate_to and came_from is null)::int as came_true,
           (select count(*)::int from queue.visits v
             where v.hall = ${hall} and v.day between ${from} and ${to} and v.served_at is not null and not v.imported) as received
      from queue.tickets
     where hall = ${hall} and day between ${from} and ${to} and called_at is not null and not imported`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate gave no row');
  return row;
}
