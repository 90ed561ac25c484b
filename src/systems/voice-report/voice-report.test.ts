import type { FastifyInstance } from 'fastify';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import { buildServer } from '../../kernel/http/server.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { addressRegister } from '../address-register/system.ts';
import { appeals } from '../appeals/system.ts';
import { hotline } from '../hotline/system.ts';
import { informationRequests } from '../information-requests/system.ts';
import { reception } from '../reception/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { COUNTS, countByHand } from './count-fixture.ts';
import { lastQuarter } from './seed.ts';
import { voiceReport } from './system.ts';

/** The demo city's own past lies around this moment, far from the years that are counted here. */
const DEMO_TIME = new Date('2026-03-02T08:00:00Z');
const NOW = new Date('2022-02-01T08:00:00Z');
const clock = travellingClock(DEMO_TIME);

let city: City;
let app: FastifyInstance;
beforeAll(async () => {
  const systems = [
    serviceCatalogue,
    staff,
    addressRegister,
    appeals,
    informationRequests,
    reception,
    hotline,
    voiceReport,
  ];
  city = await makeTestCity(systems, clock);
  await seedCity(city);
  clock.travelTo(NOW);
  app = await buildServer(city, { pages: [], routes: [] });
  await bring(knownSet());
});
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

interface Deed {
  readonly action: string;
  readonly on: string;
  readonly by: string;
  readonly input: object;
}

/** Through the same door by which a city brings its past. */
async function bring(deeds: readonly Deed[]): Promise<void> {
  const actions = deeds.map(({ action, on, by, input }) => ({
    action,
    key: uuid(),
    occurred_at: `${on}T10:00:00Z`,
    on_behalf_of: by,
    input,
  }));
  const answer = await app.inject({
    method: 'POST',
    url: '/api/actions',
    headers: { authorization: 'Bearer demo-integrator' },
    payload: { actions },
  });
  const { results } = answer.json<{ results: { status: number }[] }>();
  expect(results.find(({ status }) => status !== 200)).toBeUndefined();
}

const pick = <T>(all: readonly [T, ...T[]], index: number): T => all[index % all.length] ?? all[0];

/** An appeal of a day with its questions and, later, its outcome: number `index` of the known set. */
function appealOf(index: number, year: number): readonly Deed[] {
  const id = uuid();
  const day = `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${10 + (index % 15)}`;
  // One question in three; the fourth topic stands for three appeals only, too few to be shown.
  const topic = index % 30 === 7 ? '130' : pick(['090', '030', '100'], index);
  const questions = [{ topic }, ...(index % 3 === 0 ? [{ topic: '060' }] : [])];
  const isCollective = index % 7 === 0;
  const register = {
    id,
    channel: pick(['post', 'email', 'site', 'hotline', 'reception'], index),
    kind: pick(['application', 'complaint', 'proposal'], Math.trunc(index / 2)),
    sign: index % 4 === 1 ? 'repeated' : 'first',
    subject: isCollective ? 'collective' : 'individual',
    people: isCollective ? 12 : 1,
    questions,
    author: { name: 'Не зазначено', address: '' },
    text: 'Питання з минулого року',
  };
  if (index % 10 === 9)
    return [{ action: 'appeals.register-appeal', on: day, by: 'registrar-01', input: register }];
  const outcome = pick(['satisfied', 'explained', 'explained', 'refused'], index);
  const decided = `${day.slice(0, 8)}${26 + (index % 2)}`;
  return [
    { action: 'appeals.register-appeal', on: day, by: 'registrar-01', input: register },
    { action: 'appeals.record-outcome', on: decided, by: 'registrar-01', input: { caseId: id, outcome } },
  ];
}

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Ninety appeals of 2021 beside forty of 2020, requests, calls and questions at reception. */
function knownSet(): readonly Deed[] {
  const request = (index: number): Deed => ({
    action: 'information-requests.register-request',
    on: `2021-0${1 + (index % 9)}-1${index % 10}`,
    by: 'registrar-01',
    input: {
      channel: pick(['email', 'post', 'in-person'], index),
      requester: { kind: pick(['media', 'person'], index), name: 'Не зазначено', email: 'a@example.org' },
      subject: 'Не зазначено',
      body: 'Тексту запиту джерело не наводить.',
      unitCode: 'legal',
    },
  });
  const call = (index: number): Deed => ({
    action: 'hotline.record-call',
    on: `2021-1${index % 3}-0${1 + (index % 9)}`,
    by: 'operator-01',
    input: { phone: '', name: '', topic: null, outcome: 'not-stated', text: '' },
  });
  const heard = (index: number): Deed => ({
    action: 'reception.record-question',
    on: `2021-0${1 + (index % 9)}-2${index % 8}`,
    by: 'registrar-01',
    input: { outcome: pick(['solved', 'explained', 'refused'], index) },
  });
  return [
    ...times(90, (index) => appealOf(index, 2021)).flat(),
    ...times(40, (index) => appealOf(index, 2020)).flat(),
    ...times(21, request),
    ...times(17, call),
    ...times(30, heard),
  ];
}

interface Told {
  readonly from: string;
  readonly to: string;
  readonly values: Readonly<Record<string, number | null>>;
  readonly before: Readonly<Record<string, number | null>>;
  readonly published: Readonly<Record<string, number | null>> | null;
  readonly version: number | null;
}

async function tell(query: string): Promise<Told> {
  return (await app.inject({ url: `/api/queries/voice-report.report?${query}` })).json<Told>();
}

async function getPage(url: string, login?: string) {
  const headers = {
    accept: 'text/html',
    ...(login === undefined ? {} : { cookie: `session=demo-${login}` }),
  };
  const { statusCode, body } = await app.inject({ url, headers });
  return { status: statusCode, body };
}

const splitKey = (key: string) => {
  const [figure = '', by = '', code = ''] = key.split(/[?=]/);
  return { figure, by, code };
};

const EDITIONS = ['year=2021', 'year=2021&quarter=1', 'year=2021&quarter=3', 'year=2020'];

describe('the report', () => {
  it('has the numbers of the known set', async () => {
    const { values, before } = await tell('year=2021');
    expect(values).toMatchObject({
      'appeals.received': 90,
      'appeals.received?channel=post': 18,
      'appeals.received?subject=collective': 13,
      'appeals.people': 90 - 13 + 13 * 12,
      'appeals.questions': 120,
      'appeals.repeated': 23,
      'appeals.collective': 13,
      'appeals.answered': 81,
      'information-requests.received': 21,
      'information-requests.received?channel=post': 7,
      'hotline.calls': 17,
      'reception.questions': 30,
      'reception.questions?outcome=solved': 10,
    });
    expect(before['appeals.received']).toBe(40);
  });

  it.each(EDITIONS)('has in every cell what a count by hand gives (%s)', async (query) => {
    const { from, to, values } = await tell(query);
    let checked = 0;
    for (const figure of Object.keys(COUNTS)) {
      const byHand = await countByHand(city.connections.pool, figure, { from, to });
      const cells = Object.entries(values).filter(([key]) => splitKey(key).figure === figure);
      for (const [key, value] of cells) {
        if (value === null) continue;
        expect([key, value]).toEqual([key, byHand.get(key) ?? 0]);
        checked += 1;
      }
      // What the hand counts the report has too, be it hidden; only where a cell is small may a whole split be withheld.
      const partsShown = new Set(cells.map(([key]) => splitKey(key).by));
      const partsSmall = new Set(
        [...byHand].filter(([, count]) => count > 0 && count < 5).map(([key]) => splitKey(key).by),
      );
      const missing = [...byHand].filter(([key, count]) => {
        const { by } = splitKey(key);
        const isWithheld = !partsShown.has(by) && partsSmall.has(by);
        return count > 0 && !(key in values) && !isWithheld;
      });
      expect(missing).toEqual([]);
    }
    expect(checked).toBeGreaterThan(30);
  });

  it.each(EDITIONS)('adds up: parts are their total, or less where a cell is hidden (%s)', async (query) => {
    const { values } = await tell(query);
    const parts = Map.groupBy(
      Object.entries(values).filter(([key]) => key.includes('?')),
      ([key]) => key.split('=')[0] ?? '',
    );
    for (const [part, cells] of parts) {
      const { figure } = splitKey(part);
      if (!Object.hasOwn(COUNTS, figure)) continue;
      const total = values[figure] ?? null;
      if (total === null) continue;
      const sum = cells.reduce((all, [, value]) => all + (value ?? 0), 0);
      const isWhole = cells.every(([, value]) => value !== null);
      expect([part, isWhole ? sum === total : sum < total]).toEqual([part, true]);
    }
    expect(parts.size).toBeGreaterThan(15);
  });

  it('has four quarters that make its year', async () => {
    const quarters = await Promise.all([1, 2, 3, 4].map((quarter) => tell(`year=2021&quarter=${quarter}`)));
    const year = await tell('year=2021');
    for (const figure of ['appeals.received', 'appeals.questions', 'hotline.calls', 'reception.questions'])
      expect([figure, quarters.reduce((all, { values }) => all + (values[figure] ?? 0), 0)]).toEqual([
        figure,
        year.values[figure],
      ]);
  });

  it.each([
    ['year=2021', 'year=2020'],
    ['year=2021&quarter=2', 'year=2020&quarter=2'],
  ])('stands beside the same period of the year before (%s)', async (query, earlier) => {
    const { before } = await tell(query);
    const { values } = await tell(earlier);
    // A cell is compared by its own code; months by the month a year earlier.
    const same = Object.entries(before).filter(([key]) => !key.includes('month='));
    for (const [key, value] of same) expect([key, value]).toEqual([key, values[key] ?? null]);
    expect(same.length).toBeGreaterThan(10);
  });

  it('hides what few people stand behind, with as much beside it as it takes', async () => {
    const { values } = await tell('year=2021');
    expect(values['appeals.questions?topic=130']).toBeNull();
    const topics = Object.entries(values).filter(([key]) => key.startsWith('appeals.questions?topic='));
    expect(topics.filter(([, value]) => value === null).length).toBeGreaterThan(1);
    expect(topics.filter(([, value]) => value !== null && value > 0 && value < 5)).toEqual([]);
    for (const path of ['/voice/2021', '/voice/2021/print', '/voice/2021.csv', '/voice/2021/form'])
      expect((await getPage(`${path}?lang=uk`)).body).toMatch(/приховано/i);
  });
});

describe('every cell', () => {
  it.each(['year=2021', 'year=2021&quarter=3'])('opens into exactly its rows (%s)', async (query) => {
    const { from, to, values } = await tell(query);
    const shown = Object.entries(values).filter(
      ([key, value]) => value !== null && Object.hasOwn(COUNTS, splitKey(key).figure),
    );
    for (const [key, value] of shown) {
      const { figure, by, code } = splitKey(key);
      const where = by === '' ? '' : `&${by}=${encodeURIComponent(code)}`;
      const { body } = await app.inject({
        url: `/api/figures/${figure}/rows?from=${from}&to=${to}${where}&format=csv`,
      });
      const rows = parse(body, { columns: true, bom: true });
      expect([key, rows.length]).toEqual([key, value]);
    }
    expect(shown.length).toBeGreaterThan(30);
  });

  it('is a link on the page', async () => {
    const { body } = await getPage('/voice/2021?lang=uk');
    for (const part of ['channel=post', 'kind=complaint', 'outcome=explained', 'topic=090'])
      expect(body).toMatch(new RegExp(`href="/figures/appeals\\.[a-z]+/rows\\?[^"]*${part}"`));
  });
});

describe('one snapshot', () => {
  it('lets appeals that come while the report is counted into all of its cells or into none', async () => {
    let isOver = false;
    const writer = (async () => {
      for (let index = 0; !isOver; index += 7) await bring(appealOf(index, 2021).slice(0, 1));
    })();
    const sizes: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const { values } = await tell('year=2021');
      const of = (key: string) => values[key] ?? 0;
      const sum = (part: string) =>
        Object.entries(values).reduce(
          (all, [key, value]) => all + (key.startsWith(part) ? (value ?? 0) : 0),
          0,
        );
      // Each line ties cells of several statements: all of them saw one moment.
      expect(sum('appeals.received?channel=')).toBe(of('appeals.received'));
      expect(of('appeals.collective')).toBe(of('appeals.received?subject=collective'));
      expect(of('appeals.repeated')).toBe(of('appeals.received?sign=repeated'));
      expect(of('appeals.people')).toBe(of('appeals.received') + 11 * of('appeals.collective'));
      sizes.push(of('appeals.received'));
    }
    isOver = true;
    await writer;
    expect(new Set(sizes).size).toBeGreaterThan(2);
  });
});

describe('what is taken away', () => {
  it('XLSX and CSV have the numbers of the report', async () => {
    const { values } = await tell('year=2021');
    const csv = await app.inject({ url: '/voice/2021.csv?lang=uk' });
    const rows: Record<string, string>[] = parse(csv.body, { columns: true, bom: true });
    const ofChannel = rows.find((row) => row['Показник'] === 'appeals.received' && row['Код'] === 'post');
    expect(Number(ofChannel?.['Значення'])).toBe(values['appeals.received?channel=post']);
    expect(rows.length).toBe(Object.keys(values).length);
    const xlsx = await app.inject({ url: '/voice/2021.xlsx?lang=uk' });
    const [, , ...lines] = await readSheet(xlsx.rawPayload, 1);
    expect(lines.length).toBeGreaterThan(10);
    expect((await readSheet(xlsx.rawPayload, 1)).find(([, name]) => name === 'Разом')?.[3]).toBe(
      values['appeals.received'],
    );
  });

  it('the form has the same numbers under the classifier’s codes', async () => {
    const { values } = await tell('year=2021');
    const { body } = await app.inject({ url: '/voice/2021/form?format=csv&lang=uk' });
    const rows: Record<string, string>[] = parse(body, { columns: true, bom: true });
    const of = (code: string) => Number(rows.find((row) => row['Код'] === code)?.['За період']);
    expect(of('3.3')).toBe(values['appeals.received?kind=complaint']);
    expect(of('2.2')).toBe(values['appeals.received?sign=repeated']);
    expect(of('5.2')).toBe(values['appeals.received?subject=collective']);
    // The classifier's «post (e-mail)» takes in what comes by the site.
    const post = ['post', 'email', 'site'].map((one) => values[`appeals.received?channel=${one}`] ?? 0);
    expect(of('1.1')).toBe(post.reduce((all, one) => all + one, 0));
  });

  it.each(['uk', 'en'])('page, print and PDF say all in words (%s)', async (lang) => {
    for (const path of ['/voice/2021', '/voice/2021/print', '/voice/2021/form', '/voice/2019?quarter=4']) {
      const { status, body } = await getPage(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect([path, status]).toEqual([path, 200]);
      expect(body).not.toMatch(/undefined|voice-report:|>null</);
    }
    const pdf = await app.inject({ url: `/voice/2021.pdf?lang=${lang}` });
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is not there for a period that is none', async () => {
    for (const path of ['/voice/1800', '/voice/2021?quarter=5', '/voice/2021.exe', '/voice/2021/versions/7'])
      expect([path, (await getPage(path)).status]).toEqual([path, 404]);
  });
});

describe('publishing', () => {
  const publish = async (login: string, input: object) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/actions/voice-report.publish-report',
      headers: { authorization: `Bearer demo-${login}`, 'idempotency-key': uuid() },
      payload: input,
    });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };

  it('is the leadership’s, after the period is over', async () => {
    expect((await publish('registrar-01', { year: 2020 })).status).toBe(403);
    expect((await publish('mayor', { year: 2022, quarter: 1 })).body['type']).toContain('periodNotOver');
  });

  it('keeps the numbers with who and when; corrections come as the next version', async () => {
    expect(await publish('mayor', { year: 2020 })).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await publish('mayor', { year: 2020 })).body['type']).toContain('publishedMeanwhile');
    expect((await publish('mayor', { year: 2020, after: 1 })).body['type']).toContain('nothingChanged');
    await bring([...appealOf(0, 2020), ...appealOf(3, 2020)]);
    const told = await tell('year=2020');
    expect([told.version, told.published?.['appeals.received'], told.values['appeals.received']]).toEqual([
      1, 40, 42,
    ]);
    const { body } = await getPage('/voice/2020?lang=uk');
    expect(body).toContain('Версію 1 опубліковано 1 лютого 2022');
    expect(body).toMatch(/40 <small>\(тепер <a [^>]*>42<\/a>\)/);

    expect((await publish('deputy-mayor', { year: 2020, after: 1 })).body['type']).toContain('reasonMissing');
    const reason = 'Дві картки заповнили після публікації';
    expect(await publish('deputy-mayor', { year: 2020, after: 1, reason })).toMatchObject({
      body: { version: 2 },
    });
    const second = await getPage('/voice/2020?lang=uk');
    expect(second.body).toContain(reason);
    expect(second.body).toContain('жодне число не змінилося');
    const first = await getPage('/voice/2020/versions/1?lang=uk');
    expect(first.body).toContain('>40</a>');
    expect(first.body).not.toContain('>42</a>');
    const csv = await app.inject({ url: '/voice/2020/versions/1.csv?lang=uk' });
    const rows: Record<string, string>[] = parse(csv.body, { columns: true, bom: true });
    expect(rows.find((row) => row['Назва'] === 'Разом')?.['Значення']).toBe('40');
  });

  it('is done once by two leaders at one moment', async () => {
    const edition = { year: 2021, quarter: 4 };
    const done = await Promise.all([publish('mayor', edition), publish('deputy-mayor', edition)]);
    expect(done.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });

  it('stays as it is: nobody changes or takes away what was published', async () => {
    for (const change of ['delete from', 'update'])
      await expect(
        city.connections.pool.query(
          `${change} voice_report.publications${change === 'update' ? ' set version = 9' : ''}`,
        ),
      ).rejects.toThrow('permission denied');
  });

  it('is seen in the demo city for the last quarter that was over', () => {
    expect(lastQuarter('2026-03-31')).toEqual({ year: 2025, quarter: 4 });
    expect(lastQuarter('2026-04-01')).toEqual({ year: 2026, quarter: 1 });
    expect(lastQuarter('2026-11-21')).toEqual({ year: 2026, quarter: 3 });
  });
});
