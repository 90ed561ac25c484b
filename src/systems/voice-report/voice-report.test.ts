import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTS, countByHand } from './count-fixture.ts';
import { appealOf, makeVoiceCity, type VoiceCity } from './voice-fixture.ts';

let voice: VoiceCity;
beforeAll(async () => {
  voice = await makeVoiceCity();
});
afterAll(() => voice.close());

const tell = (query: string) => voice.tell(query);
const getPage = (url: string) => voice.getPage(url);

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
      const byHand = await countByHand(voice.city.connections.pool, figure, { from, to });
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
      const { body } = await voice.app.inject({
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
      for (let index = 0; !isOver; index += 7) await voice.bring(appealOf(index, 2021).slice(0, 1));
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
