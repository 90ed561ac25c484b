import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import { toEpochDay, toIsoDate, weekdayOf } from '../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../kernel/calendar/kyiv-time.ts';
import type { Database } from '../../kernel/database/database.ts';
import { SECTORS, type Sector } from './sector.ts';
import { seededWindowId } from './seed.ts';
import { ticketCode, ticketNumber } from './ticket-number.ts';
import { estimateWait } from './wait-estimate.ts';
import { type OpenWindow, type Served, simulateDay, type Visitor } from './what-if/simulate-day.ts';

const NAMESPACE = '0e6c3c3e-7f55-4bb5-9c5a-5d1c3a1c0b52';
const HALL = 'main';
const SUNDAY = 7;
const HOUR = 3600;

/** Who comes in an hour, of each sector: a morning and an afternoon peak. */
const COMING: Readonly<Record<number, number>> = {
  8: 22,
  9: 46,
  10: 52,
  11: 42,
  12: 30,
  13: 34,
  14: 44,
  15: 30,
  16: 14,
};
const PARTS: Readonly<Record<Sector, number>> = { registration: 0.36, social: 0.28, administrative: 0.36 };
/** Windows by sector, and their mean service in seconds: too few in the morning, as a head would like to see. */
const WINDOWS: Readonly<
  Record<Sector, { readonly first: number; readonly count: number; readonly mean: number }>
> = {
  registration: { first: 1, count: 4, mean: 780 },
  social: { first: 15, count: 3, mean: 840 },
  administrative: { first: 27, count: 4, mean: 900 },
};

/** Yesterday in the demo hall (Saturday on Mondays): some 310 made-up people, the same in every demo city. */
export async function seedPastDay(database: Database, now: Date): Promise<void> {
  const day = dayBefore(kyivDate(now));
  const windows = SECTORS.flatMap((sector) => windowsOf(sector));
  const { served } = simulateDay({
    visitors: visitors(),
    windows: windows.map(({ window }) => window),
    frozen: [],
    turnaroundSeconds: 25,
  });
  const rows = served.map((one, index) =>
    rowOf(one, index, { day, served, window: windows[one.window]?.number ?? 1 }),
  );
  await sql`
    with rows as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
        id uuid, visit uuid, sector text, number text, seq int, code text, "window" uuid, "joinedAt" timestamptz,
        "calledAt" timestamptz, "servedFrom" timestamptz, "endedAt" timestamptz, wait int, expected int, "from" int, "to" int)
       where not exists (select from queue.tickets t where t.hall = ${HALL})
    ), visits as (
      insert into queue.visits (id, hall, day, sector, arrived_at, served_at, imported)
      select visit, ${HALL}, ${day}::date, sector, "joinedAt", "endedAt", false from rows
    )
    insert into queue.tickets
      (id, visit_id, hall, day, sector, number, seq, code, class_state, state, order_key, joined_at, queued_at, called_at,
       served_from, ended_at, wait_seconds, call_count, window_id, expected_seconds, estimate_from, estimate_to, imported)
    select id, visit, ${HALL}, ${day}::date, sector, number, seq, code, 'none', 'served', "joinedAt", "joinedAt", "joinedAt",
           "calledAt", "servedFrom", "endedAt", wait, 1, "window", expected, "from", "to", false
      from rows`.execute(database);
}

function dayBefore(today: string): string {
  const yesterday = toEpochDay(today) - 1;
  return toIsoDate(weekdayOf(yesterday) === SUNDAY ? yesterday - 1 : yesterday);
}

function windowsOf(sector: Sector): readonly { readonly number: number; readonly window: OpenWindow }[] {
  const { first, count } = WINDOWS[sector];
  return Array.from({ length: count }, (_, index) => {
    // One window at lunch at a time, and one that opens an hour later.
    const lunch = 12 + (index % 2);
    const opens = index === count - 1 ? 9 : 8;
    const spans = [
      { from: opens * HOUR, to: lunch * HOUR, sectors: [sector] },
      { from: (lunch + 1) * HOUR, to: Number.POSITIVE_INFINITY, sectors: [sector] },
    ];
    return { number: first + index, window: { spans } };
  });
}

/** A fraction that looks like chance and is the same everywhere. */
function chance(of: string): number {
  return createHash('sha256').update(`${NAMESPACE} ${of}`).digest().readUInt32BE(0) / 2 ** 32;
}

function visitors(): readonly Visitor[] {
  return SECTORS.flatMap((sector) =>
    Object.entries(COMING).flatMap(([hour, all]) =>
      Array.from({ length: Math.round(all * PARTS[sector]) }, (_, index) => {
        const key = `${sector} ${hour} ${index}`;
        const arrivesAt = Number(hour) * HOUR + Math.floor(chance(`${key} comes`) * HOUR);
        // Most are short, some are long: exponential, with what no service is shorter than.
        const busySeconds =
          150 + Math.round(-Math.log(1 - chance(`${key} stays`)) * (WINDOWS[sector].mean - 150));
        return { sector, arrivesAt, orderKey: arrivesAt, busySeconds: Math.min(busySeconds, 3000) };
      }),
    ),
  );
}

function rowOf(
  { visitor, calledAt, waitSeconds }: Served,
  index: number,
  of: { readonly day: string; readonly served: readonly Served[]; readonly window: number },
) {
  const { sector, arrivesAt, busySeconds } = visitor;
  const midnight = kyivInstant(of.day, '00:00').getTime();
  const at = (seconds: number) => new Date(midnight + seconds * 1000).toISOString();
  const before = of.served.filter(
    ({ visitor: one }, place) =>
      one.sector === sector && (one.arrivesAt < arrivesAt || (one.arrivesAt === arrivesAt && place < index)),
  );
  const seq = before.length + 1;
  const id = nameUuid(`ticket/${index}`, NAMESPACE);
  const estimate = estimateOf(sector, before.filter((one) => one.calledAt > arrivesAt).length);
  return {
    id,
    seq,
    sector,
    visit: nameUuid(`visit/${index}`, NAMESPACE),
    number: ticketNumber(sector, seq),
    code: ticketCode(createHash('sha512').update(id).digest()) ?? `DEM${index}`,
    window: seededWindowId(of.window),
    joinedAt: at(arrivesAt),
    calledAt: at(calledAt),
    servedFrom: at(calledAt + 20),
    endedAt: at(calledAt + busySeconds),
    wait: waitSeconds,
    expected: WINDOWS[sector].mean,
    from: estimate?.from ?? null,
    to: estimate?.to ?? null,
  };
}

function estimateOf(sector: Sector, ahead: number) {
  const { count, mean } = WINDOWS[sector];
  return estimateWait({
    ahead,
    aheadSeconds: ahead * mean,
    aheadSquares: ahead * mean * mean,
    atWindows: count,
    atWindowsSeconds: count * mean,
    atWindowsSquares: count * mean * mean,
    windows: count,
    ownWindows: count,
  });
}
