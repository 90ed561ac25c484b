import { type BenchCity, readStatement } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import { findPgbench, loadDatabase, loadHttp, median, perSecond } from '../load.ts';

/** Visitors called a second, each by a window that is free, against the database alone. */
export async function measureCallNext(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  const pgbench = findPgbench();
  if (pgbench === undefined) return [];
  const count = String(pace.windows);
  await city.script((await readStatement(city, 'windows')).replaceAll('{count}', count));
  const morning = (await readStatement(city, 'full-hall')).replaceAll('{count}', count);
  const sql = await readStatement(city, 'call-next');
  const rounds = [];
  for (let round = 0; round < pace.rounds; round++) {
    await city.script(morning);
    const limit = await loadDatabase(city, pgbench, { sql, seconds: pace.seconds, most: pace.windows });
    await city.script(morning);
    rounds.push({ limit, rate: perSecond(await callAll(city, pace, round)) });
  }
  return [
    {
      item: 'call the next visitor',
      figure: median(rounds.map(({ rate }) => rate)),
      unit: 'a second',
      limit: median(rounds.map(({ limit }) => limit)),
      ratio: median(rounds.map(({ rate, limit }) => rate / limit)),
      wanted: { least: 0.25 },
    },
  ];
}

function callAll(city: BenchCity, pace: Pace, round: number) {
  return loadHttp(city, {
    connections: 16,
    seconds: pace.seconds,
    most: pace.windows,
    firstNumber: 1,
    method: 'POST',
    paths: ['/api/actions/queue.call-next'],
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer bench-{n}',
      'idempotency-key': `call-${round}-{n}`,
    },
    body: '{}',
  });
}
