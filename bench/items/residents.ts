import { type BenchCity, readStatement } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import { findPgbench, loadDatabase, loadHttp, median, percentile, perSecond } from '../load.ts';

const PERSONS = 300_000;
const FIND = '/api/queries/community-register.find-residents';
const headers = { authorization: 'Bearer demo-administrator-01' };

/** What a clerk types: beginnings, whole names, slips of the pen, days, numbers, addresses, together and alone. */
const ASKED: readonly Readonly<Record<string, string>>[] = [
  { words: 'шевч' },
  { words: 'Коваленко' },
  { words: 'Коваленко Олена' },
  { words: 'Шевчук Тарас Іванович' },
  { words: 'к' },
  { words: 'Ш Остап Тарасівна' },
  { words: 'Ковалнеко' },
  { words: 'Бондаренко Ганна' },
  { words: 'Бандаренко Ганна' },
  { words: "Дем'янчук" },
  { words: 'Неіснуючий' },
  { words: '05.03.1987' },
  { words: 'Мельник 1962-11-20' },
  { words: '2000150000' },
  { words: '19870305-00123' },
  { words: 'Гончук', address: 'кільцева 12' },
  { address: 'кільцева 12' },
  { address: 'дворцова 5', flat: '7' },
  { address: 'велика перспективна' },
  { words: 'Ткаченко', address: 'дворцова' },
];

/** Search among 300,000 persons, journalled and masked as always, against the same statement by the database alone. */
export async function measureResidents(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  await city.script((await readStatement(city, 'residents')).replaceAll('{count}', String(PERSONS)));
  const find = (paths: readonly string[], connections: number) =>
    loadHttp(city, { connections, seconds: pace.seconds, method: 'GET', paths: [...paths], headers });
  const mix = ASKED.map((asked) => `${FIND}?${new URLSearchParams(asked).toString()}`);
  const one = [`${FIND}?${new URLSearchParams({ words: 'шевчук тар' }).toString()}`];
  await find(mix, 4);
  const pgbench = findPgbench();
  const sql = await readStatement(city, 'find-residents');
  const rounds = [];
  for (let round = 0; round < pace.rounds; round++) {
    const limit =
      pgbench === undefined ? undefined : await loadDatabase(city, pgbench, { sql, seconds: pace.seconds });
    const rate = perSecond(await find(one, 16));
    rounds.push({ limit, rate, p95: percentile((await find(mix, 4)).latencies, 0.95) });
  }
  const p95: Finding = {
    item: 'search among 300,000 residents, p95 on 4 connections',
    figure: median(rounds.map((round) => round.p95)),
    unit: 'ms',
    wanted: { most: 100 },
  };
  if (pgbench === undefined) return [p95];
  const limit = median(rounds.map((round) => round.limit ?? Number.NaN));
  const rate = median(rounds.map((round) => round.rate));
  return [
    p95,
    {
      item: 'search a resident by name',
      figure: rate,
      unit: 'a second',
      limit,
      ratio: rate / limit,
      wanted: { least: 0.1 },
    },
  ];
}
