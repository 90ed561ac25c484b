import { type BenchCity, readStatement } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import { findPgbench, loadDatabase, loadHttp, median, percentile, perSecond } from '../load.ts';

const APPLICATION = JSON.stringify({
  serviceCode: '01-01',
  applicant: {
    kind: 'person',
    name: 'Коваленко Олена Іванівна',
    code: '1759013776',
    phone: '+380501112233',
  },
  documents: ['Заява', 'Паспорт', 'Довідка'],
});

const connections = 16;

/** Applications registered a second by sixteen clerks who signed in before, against the database alone. */
export async function measureRegister(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  const register = (seconds: number) =>
    loadHttp(city, {
      connections,
      seconds,
      method: 'POST',
      paths: ['/api/actions/applications.register-application'],
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer demo-administrator-{line}',
        'idempotency-key': 'bench-{n}',
      },
      body: APPLICATION,
    });
  await register(2);
  const pgbench = findPgbench();
  const sql = await readStatement(city, 'register');
  const rounds = [];
  for (let round = 0; round < pace.rounds; round++) {
    const limit =
      pgbench === undefined ? undefined : await loadDatabase(city, pgbench, { sql, seconds: pace.seconds });
    const driven = await register(pace.seconds);
    rounds.push({ limit, rate: perSecond(driven), p99: percentile(driven.latencies, 0.99) });
  }
  const rate = median(rounds.map((round) => round.rate));
  const p99: Finding = {
    item: 'register an application, p99 on 16 connections',
    figure: median(rounds.map((round) => round.p99)),
    unit: 'ms',
    wanted: { most: 100 },
  };
  if (pgbench === undefined) return [p99];
  const limit = median(rounds.map((round) => round.limit ?? Number.NaN));
  const ratio = median(rounds.map((round) => round.rate / (round.limit ?? Number.NaN)));
  return [
    { item: 'register an application', figure: rate, unit: 'a second', limit, ratio, wanted: { least: 0.3 } },
    p99,
  ];
}
