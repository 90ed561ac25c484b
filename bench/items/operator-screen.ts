import { kyivDate } from '../../src/kernel/calendar/kyiv-time.ts';
import { findActorByToken } from '../../src/kernel/identity/find-actor.ts';
import { readDesk } from '../../src/systems/hotline/desk-store.ts';
import { askedOf, pgbenchScript } from '../asked-statements.ts';
import { type BenchCity, cpuOf, readStatement } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import type { Driven } from '../http-driver.ts';
import { findPgbench, loadDatabase, loadHttp, median, percentile, perSecond } from '../load.ts';

const OPERATORS = 50;
/** The city of the sources took 3,454 calls in a year: a line of many years, so as not to be flattered. */
const LINE = { calls: 200_000, tickets: 60_000 };
/** Each operator opens a screen so often: some ten times as often as people talk. */
const PAUSE_MS = 1_000;
const CALLER = '+380500007919';

/** Callers of many tickets, of one and of none, and what an operator adds as they tell more. */
const ASKED: readonly Readonly<Record<string, string>>[] = [
  { phone: phoneOf(0) },
  { phone: phoneOf(1) },
  { phone: phoneOf(40) },
  { phone: phoneOf(900) },
  { phone: phoneOf(7_000) },
  { phone: phoneOf(39_000) },
  { phone: '+380671112233' },
  { phone: phoneOf(300), topic: 'water' },
];

/** A ringing telephone's screen as the browser gets it, for fifty operators who signed in one by one. */
export async function measureOperatorScreen(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  await city.script(
    (await readStatement(city, 'hotline'))
      .replaceAll('{calls}', String(LINE.calls))
      .replaceAll('{tickets}', String(LINE.tickets)),
  );
  await openScreens(city, 3, 0);
  const pgbench = findPgbench();
  const sql = await lookByDatabase(city);
  const rounds: Round[] = [];
  for (let round = 0; round < pace.rounds; round++) {
    const limit =
      pgbench === undefined ? undefined : await loadDatabase(city, pgbench, { sql, seconds: pace.seconds });
    const before = cpuOf(city.server);
    const rushing = await openScreens(city, pace.seconds, 0);
    const after = cpuOf(city.server);
    rounds.push({
      limit,
      cpu: before === undefined || after === undefined ? undefined : (after - before) / rushing.done,
      rushing,
      talking: await openScreens(city, pace.seconds, PAUSE_MS),
    });
  }
  return findingsOf(rounds);
}

interface Round {
  readonly limit: number | undefined;
  /** Milliseconds of the server's process for one screen: a busy machine spoils it least. */
  readonly cpu: number | undefined;
  readonly rushing: Driven;
  readonly talking: Driven;
}

function openScreens(city: BenchCity, seconds: number, pauseMs: number): Promise<Driven> {
  return loadHttp(city, {
    connections: OPERATORS,
    seconds,
    pauseMs,
    method: 'GET',
    paths: ASKED.map((asked, index) => {
      const query = new URLSearchParams({ ...asked, call: `bench-${index + 1}` });
      return `/desk/hotline?${query.toString()}`;
    }),
    headers: { accept: 'text/html', cookie: 'session=bench-bench-operator-{line}' },
  });
}

function findingsOf(rounds: readonly Round[]): readonly Finding[] {
  const latency = (item: string, of: 'rushing' | 'talking'): readonly Finding[] => {
    const ms = (share: number) => median(rounds.map((round) => percentile(round[of].latencies, share)));
    return [
      { item: `${item}, p50`, figure: ms(0.5), unit: 'ms' },
      { item: `${item}, p95`, figure: ms(0.95), unit: 'ms', wanted: { most: 100 } },
      { item: `${item}, p99`, figure: ms(0.99), unit: 'ms' },
    ];
  };
  const rate = median(rounds.map(({ rushing }) => perSecond(rushing)));
  const limits = rounds.flatMap(({ limit }) => limit ?? []);
  const cpus = rounds.flatMap(({ cpu }) => cpu ?? []);
  return [
    ...latency('a ringing call’s screen, 50 operators, one a second each', 'talking'),
    ...latency('a ringing call’s screen, 50 operators without a pause', 'rushing'),
    {
      item: 'screens of ringing calls',
      figure: rate,
      unit: 'a second',
      ...(limits.length === 0 ? {} : { limit: median(limits), ratio: rate / median(limits) }),
    },
    ...(cpus.length === 0
      ? []
      : [{ item: 'CPU of the server for one of them', figure: median(cpus), unit: 'ms' } as const]),
  ];
}

/** The same by the database alone: who asks, what stands on the desk, and the look in the journal. */
async function lookByDatabase(city: BenchCity): Promise<string> {
  const now = new Date();
  const asked = await askedOf(city, async (database) => {
    await findActorByToken(database, 'bench-bench-operator-01', now);
    await database.transaction().execute((tx) =>
      readDesk(tx, {
        phone: CALLER,
        houseId: null,
        streetId: null,
        district: null,
        topic: '',
        words: '',
        now,
        today: kyivDate(now),
        staffId: null,
      }),
    );
  });
  const [session = '', desk = ''] = pgbenchScript(asked);
  const anyCaller = "('+38050' || lpad((:caller::bigint * 7919 % 10000000)::text, 7, '0'))";
  return [
    '\\set caller random(0, 39999)',
    session,
    'begin;',
    desk.replaceAll(`'${CALLER}'`, anyCaller),
    await readStatement(city, 'look'),
    'commit;',
  ].join('\n');
}

/** As `sql/hotline.sql` makes them: the lower the number, the more often it calls. */
function phoneOf(caller: number): string {
  return `+38050${String((caller * 7919) % 10_000_000).padStart(7, '0')}`;
}
