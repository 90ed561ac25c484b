import { inSnapshot } from '../../src/kernel/figures/snapshot.ts';
import { yearPeriod } from '../../src/kernel/figures/period.ts';
import { readReport } from '../../src/kernel/figures/report/read-report.ts';
import { CENTRE_REPORT } from '../../src/systems/centre-report/report-plan.ts';
import { type Asked, askedOf } from '../asked-statements.ts';
import type { BenchCity } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import { loadHttp, median, percentile } from '../load.ts';

const YEAR = 2020;

/** The yearly report past every cache against its own statements, and what the visitor meets: pages. */
export async function measureReport(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  const statements = await askedOf(city, (database) =>
    inSnapshot(database, (tx) => readReport(tx, CENTRE_REPORT, yearPeriod(YEAR), new Date())),
  );
  await readRaw(city);
  const rounds = [];
  for (let round = 0; round < pace.rounds; round++) {
    const limit = await timeOf(city, statements);
    rounds.push({ limit, raw: await readRaw(city) });
  }
  return [
    {
      item: 'the yearly report, raw',
      figure: median(rounds.map(({ raw }) => raw)),
      unit: 'ms',
      limit: median(rounds.map(({ limit }) => limit)),
      ratio: median(rounds.map(({ raw, limit }) => raw / limit)),
      wanted: { most: 1.5 },
    },
    await measurePage(city, pace, 'the home page with today’s figures, p95', '/?n={n}'),
    await measurePage(city, pace, 'the report’s page as visitors meet it, p95', `/report/${YEAR}`),
  ];
}

/** Milliseconds of the statements by the database's own watch. */
async function timeOf(city: BenchCity, statements: readonly Asked[]): Promise<number> {
  let ms = 0;
  for (const { text, values } of statements) {
    const [row] = await city.sql<{
      'QUERY PLAN': readonly [{ 'Execution Time': number; 'Planning Time': number }];
    }>(`explain (analyze, timing off, format json) ${text}`, values);
    const plan = row?.['QUERY PLAN'][0];
    ms += (plan?.['Execution Time'] ?? 0) + (plan?.['Planning Time'] ?? 0);
  }
  return ms;
}

async function readRaw(city: BenchCity): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`${city.server.url}/api/queries/centre-report.report?year=${YEAR}`);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`the report answered ${answer.status}`);
  return performance.now() - begun;
}

async function measurePage(city: BenchCity, pace: Pace, item: string, path: string): Promise<Finding> {
  const load = (seconds: number) =>
    loadHttp(city, {
      connections: 4,
      seconds,
      method: 'GET',
      paths: [path],
      headers: { accept: 'text/html' },
    });
  await load(1);
  const p95s = [];
  for (let round = 0; round < pace.rounds; round++) {
    p95s.push(percentile((await load(pace.seconds)).latencies, 0.95));
  }
  return { item, figure: median(p95s), unit: 'ms', wanted: { most: 50 } };
}
