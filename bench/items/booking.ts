import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../../src/faults/running-city.ts';
import { type BenchCity, readStatement } from '../bench-city.ts';
import type { Booked, BookingSpec } from '../booking-driver.ts';
import type { Finding, Pace } from '../finding.ts';
import { findPgbench, loadDatabase, loadHttp, median, percentile } from '../load.ts';
import { measureDay } from './booking-day.ts';

const run = promisify(execFile);
const BOOKERS = 64;
/** The times of one morning and afternoon that everybody wants. */
const TIMES = 30;
const SERVICE = '01-01';

/** Visits held and confirmed a second by sixty-four bookers over two server processes, and the page they choose on. */
export async function measureBooking(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  await openWide(city);
  const times = await wantedTimes(city);
  const second = await startServer({ dataDir: join(city.folder, 'data') });
  try {
    const ports = [city.server, second].map(({ url }) => Number(new URL(url).port));
    const book = (seconds: number, name: string) =>
      drive({
        ports,
        bookers: BOOKERS,
        seconds,
        database: city.database,
        services: [SERVICE],
        times,
        run: name,
      });
    await book(2, 'warm');
    return [
      ...(await confirmed(city, pace, times, book)),
      ...(await slotsPage(city, pace, times)),
      await measureDay(city, { ports, services: [SERVICE], times }),
    ];
  } finally {
    await second.end('SIGTERM');
  }
}

async function confirmed(
  city: BenchCity,
  pace: Pace,
  times: readonly string[],
  book: (seconds: number, name: string) => Promise<Booked>,
): Promise<readonly Finding[]> {
  const pgbench = findPgbench();
  const sql = (await readStatement(city, 'booking'))
    .replaceAll('{from}', times[0] ?? '')
    .replaceAll('{times}', String(TIMES));
  const rounds: { rate: number; limit: number | undefined }[] = [];
  for (let round = 0; round < pace.rounds; round += 1) {
    const limit =
      pgbench === undefined ? undefined : await loadDatabase(city, pgbench, { sql, seconds: pace.seconds });
    await openWide(city);
    const booked = await book(pace.seconds, `round-${round}`);
    rounds.push({ limit, rate: booked.confirmed / booked.seconds });
  }
  const rate = median(rounds.map((round) => round.rate));
  const doubled = await countDoubled(city);
  const findings: Finding[] = [
    {
      item: `visits confirmed, ${BOOKERS} bookers of one day, two processes`,
      figure: rate,
      unit: 'a second',
      wanted: { least: 300 },
    },
    { item: 'slots over capacity or not accounted for', figure: doubled, unit: 'rows', wanted: { most: 0 } },
  ];
  if (pgbench === undefined) return findings;
  const limit = median(rounds.map((round) => round.limit ?? Number.NaN));
  const ratio = median(rounds.map((round) => round.rate / (round.limit ?? Number.NaN)));
  const against: Finding = {
    item: 'the same against the database alone',
    figure: rate,
    unit: 'a second',
    limit,
    ratio,
    wanted: { least: 0.25 },
  };
  return [...findings, against];
}

/** As many windows as a table may hold: what is measured is the crowd at the same rows, not a full day. */
async function openWide(city: BenchCity): Promise<void> {
  await city.sql('update booking.capacity set windows = 500, share = 100');
  await city.sql('update booking.slots set capacity = 20000');
}

async function wantedTimes(city: BenchCity): Promise<readonly string[]> {
  const rows = await city.sql<{ at: Date }>(`
    select s.starts_at as at from booking.slots s
     where s.sector = 'registration' and s.hall = 'main' and (s.starts_at at time zone 'Europe/Kyiv')::date = (
       select min((d.starts_at at time zone 'Europe/Kyiv')::date) from booking.slots d
        where d.sector = 'registration' and d.starts_at > now() + interval '24 hours')
     order by s.starts_at limit ${TIMES}`);
  return rows.map(({ at }) => at.toISOString());
}

/** Slots with more visits than room, and slots whose count is not that of the visits that stand in them. */
async function countDoubled(city: BenchCity): Promise<number> {
  const [row] = await city.sql<{ wrong: number }>(`
    select count(*)::int as wrong from booking.slots s
     where s.taken > s.capacity or s.taken <> (
       select count(*) from booking.bookings b
        where b.hall = s.hall and b.sector = s.sector and b.state in ('held', 'confirmed', 'arrived')
          and b.starts_at <= s.starts_at and b.starts_at + make_interval(mins => b.steps * 10) > s.starts_at)`);
  return row?.wrong ?? Number.NaN;
}

async function drive(spec: BookingSpec): Promise<Booked> {
  const driver = join(import.meta.dirname, '..', 'booking-driver.ts');
  const { stdout } = await run(process.execPath, ['--import', 'tsx', driver, JSON.stringify(spec)], {
    maxBuffer: 256 * 1024 * 1024,
  });
  const booked = JSON.parse(stdout) as Booked;
  const refused = Object.entries(booked.refused);
  if (refused.length > 0)
    process.stderr.write(`  refused: ${refused.map((one) => one.join(': ')).join(', ')}\n`);
  return booked;
}

async function slotsPage(city: BenchCity, pace: Pace, times: readonly string[]): Promise<readonly Finding[]> {
  const day = times[0]?.slice(0, 10) ?? '';
  const paths = [`/booking?services=${SERVICE}&day=${day}`, `/booking?services=${SERVICE}`];
  const look = (seconds: number) =>
    loadHttp(city, { connections: 1, seconds, method: 'GET', paths, headers: {} });
  await look(1);
  const { latencies } = await look(pace.seconds);
  return [
    {
      item: 'the page of free days and times, p95',
      figure: percentile(latencies, 0.95),
      unit: 'ms',
      wanted: { most: 50 },
    },
  ];
}
