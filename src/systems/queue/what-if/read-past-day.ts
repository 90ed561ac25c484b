import { sql } from 'kysely';
import { kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { SECTORS, type Sector } from '../sector.ts';
import type { Span, Visitor } from './simulate-day.ts';
import type { Work } from './staffing.ts';
import type { Wait } from './waits.ts';

export interface PastDay {
  /** With the moment at which each was really called. */
  readonly visitors: readonly (Visitor & { readonly calledAt: number })[];
  readonly works: readonly Work[];
  readonly waits: readonly Wait[];
  readonly frozen: readonly Span[];
  readonly turnaroundSeconds: number;
  /** Who gave up before any call: they are not in the replay. */
  readonly gaveUp: number;
}

interface Row {
  readonly sector: Sector;
  readonly queued_at: Date;
  readonly order_key: Date;
  readonly joined_at: Date;
  readonly called_at: Date | null;
  readonly served_from: Date | null;
  readonly parked_at: Date | null;
  readonly ended_at: Date | null;
  readonly wait_seconds: number | null;
  readonly window: number | null;
  readonly receives: readonly Sector[] | null;
}

/** Longer than this nobody is served: the ticket was forgotten. */
const LONGEST_SECONDS = 3 * 3600;
/** A longer pause between two visitors is a break, not the clerk's way of working. */
const LONGEST_TURNAROUND = 300;

/** The last day before a date on which the hall received people; null where there was none. */
export async function findLastDay(tx: Transaction, hall: string, before: string): Promise<string | null> {
  const { rows } = await sql<{ day: string }>`
    select day from queue.tickets where hall = ${hall} and day < ${before}::date and came_from is null
     order by hall desc, day desc limit 1`.execute(tx);
  return rows[0]?.day ?? null;
}

/** Real comings, calls and service times of a past day: those of the hall itself, else the imported ones. */
export async function readPastDay(tx: Transaction, hall: string, day: string): Promise<PastDay> {
  const { rows } = await sql<Row & { imported: boolean }>`
    with visits as (
      select distinct visit_id from queue.tickets where hall = ${hall} and day = ${day}::date and came_from is null
    )
    select t.sector, t.queued_at, t.order_key, t.joined_at, t.called_at, t.served_from, t.parked_at, t.ended_at,
           t.wait_seconds, t.imported, w.number as window, w.sectors as receives
      from visits v join queue.tickets t on t.visit_id = v.visit_id left join queue.windows w on w.id = t.window_id
     order by t.queued_at, t.id`.execute(tx);
  const live = rows.filter(({ imported }) => !imported);
  const midnight = kyivInstant(day, '00:00').getTime();
  const ofDay = (at: Date) => Math.round((at.getTime() - midnight) / 1000);
  const own = live.length > 0 ? live : rows;
  const called = own.flatMap((row) => toReplay(row, ofDay));
  return {
    visitors: called.map(({ visitor }) => visitor),
    works: called.flatMap(({ work }) => work ?? []),
    waits: called.flatMap(({ wait }) => wait ?? []),
    frozen: await readFrozen(tx, hall, midnight),
    turnaroundSeconds: turnaroundOf(
      called.flatMap(({ work, visitor }) =>
        work === undefined ? [] : { ...work, queuedAt: visitor.arrivesAt },
      ),
    ),
    gaveUp: own.length - called.length,
  };
}

function toReplay(row: Row, ofDay: (at: Date) => number) {
  const { sector, called_at: calledAt, ended_at: endedAt, window } = row;
  if (calledAt === null || endedAt === null) return [];
  // A parked ticket was not at the window all the while.
  const from = ofDay(row.parked_at === null ? calledAt : (row.served_from ?? endedAt));
  const to = Math.min(ofDay(endedAt), from + LONGEST_SECONDS);
  const arrivesAt = ofDay(row.queued_at);
  const credit = ofDay(row.joined_at) - ofDay(row.order_key);
  const visitor = {
    sector,
    arrivesAt,
    calledAt: ofDay(calledAt),
    orderKey: arrivesAt - credit,
    busySeconds: Math.max(1, to - from),
  };
  const wait =
    row.wait_seconds === null
      ? undefined
      : { sector, hour: Math.floor(arrivesAt / 3600), seconds: row.wait_seconds };
  const receives = (row.receives ?? []).filter((one) => SECTORS.includes(one));
  const work = window === null ? undefined : { window, sector, receives, from, to: Math.max(to, from + 1) };
  return [{ visitor, wait, work }];
}

/** The median pause from one visitor to the next who waited already. */
function turnaroundOf(works: readonly (Work & { readonly queuedAt: number })[]): number {
  const pauses = [...Map.groupBy(works, ({ window }) => window).values()].flatMap((own) => {
    const ordered = own.toSorted((a, b) => a.from - b.from);
    return ordered.flatMap((work, index) => {
      const before = ordered[index - 1];
      if (before === undefined || work.queuedAt > before.to) return [];
      const pause = work.from - before.to;
      return pause >= 0 && pause <= LONGEST_TURNAROUND ? [pause] : [];
    });
  });
  const sorted = pauses.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

async function readFrozen(tx: Transaction, hall: string, midnight: number): Promise<readonly Span[]> {
  const [from, to] = [new Date(midnight), new Date(midnight + 86_400_000)];
  const { rows } = await sql<{ from: number; to: number }>`
    select extract(epoch from greatest(from_at, ${from}::timestamptz) - ${from}::timestamptz)::int as from,
           extract(epoch from least(coalesce(to_at, ${to}::timestamptz), ${to}::timestamptz) - ${from}::timestamptz)::int as to
      from queue.freezes
     where hall = ${hall} and from_at < ${to} and coalesce(to_at, ${to}::timestamptz) > ${from}`.execute(tx);
  return rows;
}

export interface HourTruth {
  readonly hour: number;
  readonly told: number;
  readonly cameTrue: number;
}

/** How many estimates told that day, by the hour of coming, came true. */
export async function readTruth(tx: Transaction, hall: string, day: string): Promise<readonly HourTruth[]> {
  const { rows } = await sql<HourTruth>`
    select left(hour, 2)::int as hour, count(*)::int as told, (count(*) filter (where came_true))::int as "cameTrue"
      from queue.estimates_facts where hall = ${hall} and day = ${day}::date group by 1 order by 1`.execute(
    tx,
  );
  return rows;
}
