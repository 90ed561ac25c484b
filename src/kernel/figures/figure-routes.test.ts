import type { FastifyInstance } from 'fastify';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { City } from '../city.ts';
import { buildServer } from '../http/server.ts';
import { makeTestCity } from '../testing/make-test-city.ts';
import { fillToyFacts, type Game, makeToyFacts, TOY } from './toy-facts.ts';

let city: City;
let app: FastifyInstance;
beforeAll(async () => {
  city = await makeTestCity([{ figures: [TOY, { ...TOY, id: 'tennis-club.players', suppressBelow: 5 }] }]);
  await makeToyFacts(city.connections);
  const game: Game = { day: '2020-03-05', court: 'A', kind: '=1+1' };
  await fillToyFacts(city.connections, [
    ...Array.from({ length: 150 }, () => game),
    { ...game, day: '2019-03-05', court: 'B', kind: null },
    { ...game, court: 'B', kind: null, synthetic: 'година' },
  ]);
  app = await buildServer(city, { pages: [], routes: [] });
});
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

const YEAR = 'from=2020-01-01&to=2020-12-31';

/** As much of the answers as the tests look at. */
interface Body {
  readonly title: string;
  readonly detail: string;
  readonly sql: string;
  readonly next?: string;
  readonly rows: string & readonly unknown[];
  readonly dimensions: readonly { readonly name: string }[];
  readonly breakdown: readonly { readonly rows: string }[];
}

async function getJson<T = Body>(url: string): Promise<{ status: number; body: T }> {
  const answer = await app.inject({ url });
  return { status: answer.statusCode, body: answer.json<T>() };
}

async function getPage(url: string): Promise<{ status: number; body: string }> {
  const answer = await app.inject({ url, headers: { accept: 'text/html' } });
  return { status: answer.statusCode, body: answer.body };
}

describe('GET /api/figures', () => {
  it('lists what is counted and how it can be split', async () => {
    const { body } = await getJson<readonly Body[]>('/api/figures');
    expect(body[0]).toMatchObject({ id: 'tennis-club.games', url: '/api/figures/tennis-club.games' });
    expect(body[0]?.dimensions.map(({ name }) => name)).toEqual(['court', 'kind', 'month']);
  });

  it('answers the value, its parts, the query and the rows', async () => {
    const { status, body } = await getJson(`/api/figures/tennis-club.games?${YEAR}&by=court`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'tennis-club.games',
      title: 'Ігри',
      value: 151,
      synthetic: 'some',
      before: { value: 1, growth: 15_000 },
      breakdown: [
        { by: { court: 'A' }, label: 'Корт A', value: 150, suppressed: false },
        { by: { court: 'B' }, label: 'Корт B', value: 1, suppressed: false },
      ],
    });
    expect(body.sql).toContain(`'2020-01-01'`);
    const { rows } = await city.connections.pool.query(body.sql);
    expect(rows.map((row: { n: number }) => row.n)).toContain(151);
    const cell = await getJson(body.breakdown[1]?.rows ?? '');
    expect(cell.body).toMatchObject({
      value: 1,
      rows: [{ date: '2020-03-05', court_label: 'Корт B', synthetic: 'година' }],
    });
  });

  it.each([
    ['by=nothing', 422, 'figures:refusals.noSuchDimension'],
    ['by=court,kind,month', 422, 'figures:refusals.tooManyDimensions'],
    ['from=2020-02-30', 422, 'figures:refusals.badDay'],
    ['from=2020-02-02&to=2020-01-01', 422, 'figures:refusals.periodBackwards'],
    ['from=1901-02-02&to=2020-01-01', 422, 'figures:refusals.periodTooLong'],
  ])('refuses %s with a sentence', async (query, status, key) => {
    const answer = await getJson(`/api/figures/tennis-club.games?${query}`);
    expect(answer.status).toBe(status);
    expect(answer.body.title).toBe(key);
    expect(answer.body.detail).toMatch(/[а-яіїєґ]/);
  });

  it('knows no other figures', async () => {
    expect((await getJson('/api/figures/pg_catalog.pg_authid')).status).toBe(404);
  });
});

describe('the rows of a cell', () => {
  it('page by key', async () => {
    const first = await getJson(`/api/figures/tennis-club.games/rows?${YEAR}&court=A`);
    expect(first.body.rows.length).toBe(100);
    const second = await getJson(first.body.next ?? '');
    expect(second.body.rows.length).toBe(50);
    expect(second.body.next).toBeUndefined();
  });

  it('download whole as CSV and XLSX, formulas harmless', async () => {
    const csv = await app.inject({ url: `/api/figures/tennis-club.games/rows?${YEAR}&format=csv` });
    expect(csv.headers['content-type']).toContain('text/csv');
    const lines = csv.body.trim().split('\r\n');
    expect(lines.length).toBe(152);
    expect(lines.filter((line) => line.includes(`,'=1+1`)).length).toBe(150);
    const xlsx = await app.inject({
      url: `/api/figures/tennis-club.games/rows?${YEAR}`,
      headers: { accept: String((await import('../registers/list-download.ts')).CONTENT_TYPES.xlsx) },
    });
    expect((await readSheet(xlsx.rawPayload)).length).toBe(152);
  });

  it('are not given where the cell is hidden', async () => {
    const { body } = await getJson(`/api/figures/tennis-club.players/rows?${YEAR}&court=B`);
    expect(body).toMatchObject({ value: null, suppressed: true, rows: [] });
    const csv = await app.inject({ url: `/api/figures/tennis-club.players/rows?${YEAR}&court=B&format=csv` });
    expect(csv.body.trim().split('\r\n').length).toBe(1);
  });
});

describe('the pages', () => {
  it.each(['uk', 'en'])('show list, figure and rows (%s)', async (lang) => {
    for (const path of [
      '',
      '/tennis-club.games',
      `/tennis-club.games?${YEAR}&by=court,month`,
      `/tennis-club.games/rows?${YEAR}`,
      `/tennis-club.players/rows?${YEAR}&court=B`,
    ]) {
      const { status, body } = await getPage(`/figures${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect([path, status]).toEqual([path, 200]);
      expect(body).toContain('<h1');
      expect(body).not.toContain('undefined');
    }
  });

  it('link every number to its rows', async () => {
    const { body } = await getPage(`/figures/tennis-club.games?${YEAR}&by=court`);
    expect(body).toContain(
      'href="/figures/tennis-club.games/rows?from=2020-01-01&amp;to=2020-12-31&amp;court=A"',
    );
    expect(body).toContain('синтетичне');
  });

  it('say in a sentence what is not there', async () => {
    const { status, body } = await getPage('/figures/tennis-club.nothing');
    expect(body).toContain('немає');
    expect(status).toBe(404);
  });
});
