import { type BenchCity, readStatement } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import { findPgbench, loadDatabase, loadHttp, median, percentile, perSecond } from '../load.ts';

/** A letter on paper as a registrar copies it: author, address, place, three sentences. */
const APPEAL = JSON.stringify({
  channel: 'in-person',
  kind: 'application',
  sign: 'first',
  subject: 'individual',
  people: 1,
  categories: [],
  status: null,
  questions: [{ topic: '090' }],
  author: {
    name: 'Коваленко Олена Іванівна',
    address: 'вул. Полтавська, 12, кв. 4',
    phone: '+380501112233',
  },
  text: 'На вулиці Полтавській третій тиждень немає освітлення: ліхтарі біля будинків 10, 12 і 14 не горять, увечері дітям темно йти зі школи. Прошу полагодити вуличне освітлення і відповісти письмово.',
  place: { words: 'вул. Полтавська, 12' },
});

const connections = 16;

/** Appeals registered a second on sixteen connections, against the same rows written by the database alone. */
export async function measureRegisterAppeal(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  const register = (seconds: number) =>
    loadHttp(city, {
      connections,
      seconds,
      method: 'POST',
      paths: ['/api/actions/appeals.register-appeal'],
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer demo-registrar-01',
        'idempotency-key': 'bench-appeal-{n}',
      },
      body: APPEAL,
    });
  await register(2);
  const pgbench = findPgbench();
  const sql = await readStatement(city, 'register-appeal');
  const rounds = [];
  for (let round = 0; round < pace.rounds; round++) {
    const limit =
      pgbench === undefined ? undefined : await loadDatabase(city, pgbench, { sql, seconds: pace.seconds });
    const driven = await register(pace.seconds);
    rounds.push({ limit, rate: perSecond(driven), p99: percentile(driven.latencies, 0.99) });
  }
  const p99: Finding = {
    item: 'register an appeal, p99 on 16 connections',
    figure: median(rounds.map((round) => round.p99)),
    unit: 'ms',
    wanted: { most: 100 },
  };
  if (pgbench === undefined) return [p99];
  return [
    {
      item: 'register an appeal',
      figure: median(rounds.map((round) => round.rate)),
      unit: 'a second',
      limit: median(rounds.map((round) => round.limit ?? Number.NaN)),
      ratio: median(rounds.map((round) => round.rate / (round.limit ?? Number.NaN))),
      wanted: { least: 0.25 },
    },
    p99,
  ];
}
