import { type BenchCity, readStatement } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import { findPgbench, loadDatabase, loadHttp, median, percentile, perSecond } from '../load.ts';

const connections = 16;

export interface Registering {
  /** As the table names it: `register an appeal`. */
  readonly item: string;
  readonly action: string;
  /** Demo login of who registers; `{line}` is the connection's number. */
  readonly login: string;
  /** Request key; `{n}` counts the requests. */
  readonly key: string;
  readonly body: string;
  /** File in `sql/` that writes the same rows by the database alone. */
  readonly statement: string;
  /** Least share of what the database alone does. */
  readonly least: number;
}

/** Cases registered a second on sixteen connections, against the same rows written by the database alone. */
export async function measureRegistering(
  city: BenchCity,
  pace: Pace,
  { item, action, login, key, body, statement, least }: Registering,
): Promise<readonly Finding[]> {
  const register = (seconds: number) =>
    loadHttp(city, {
      connections,
      seconds,
      method: 'POST',
      paths: [`/api/actions/${action}`],
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer demo-${login}`,
        'idempotency-key': key,
      },
      body,
    });
  await register(2);
  const pgbench = findPgbench();
  const sql = await readStatement(city, statement);
  const rounds = [];
  for (let round = 0; round < pace.rounds; round++) {
    const limit =
      pgbench === undefined ? undefined : await loadDatabase(city, pgbench, { sql, seconds: pace.seconds });
    const driven = await register(pace.seconds);
    rounds.push({ limit, rate: perSecond(driven), p99: percentile(driven.latencies, 0.99) });
  }
  const p99: Finding = {
    item: `${item}, p99 on 16 connections`,
    figure: median(rounds.map((round) => round.p99)),
    unit: 'ms',
    wanted: { most: 100 },
  };
  if (pgbench === undefined) return [p99];
  const figure = median(rounds.map((round) => round.rate));
  const limit = median(rounds.map((round) => round.limit ?? Number.NaN));
  const ratio = median(rounds.map((round) => round.rate / (round.limit ?? Number.NaN)));
  return [{ item, figure, unit: 'a second', limit, ratio, wanted: { least } }, p99];
}
