import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import type { Figure } from './figure.ts';
import { type PublicRow, readRows, type RowsPage, type RowsRequest, streamRows } from './read-rows.ts';
import { fillToyFacts, type Game, makeToyFacts, TOY } from './toy-facts.ts';

let city: CityDatabase;
beforeAll(async () => {
  city = await createTestDatabase();
  await makeToyFacts(city);
});
afterAll(() => city.close());

const GUARDED: Figure = { ...TOY, suppressBelow: 5 };
const YEAR = { from: '2020-01-01', to: '2020-12-31' };

function page(request: Partial<RowsRequest> = {}, figure: Figure = TOY): Promise<RowsPage> {
  return city.database
    .transaction()
    .execute((tx) => readRows(tx, figure, { ...YEAR, limit: 100, ...request }));
}

async function allPages(figure: Figure, request: Partial<RowsRequest>): Promise<PublicRow[]> {
  const rows: PublicRow[] = [];
  let after: string | undefined;
  do {
    const found = await page({ limit: 7, ...request, ...(after === undefined ? {} : { after }) }, figure);
    rows.push(...found.rows);
    after = found.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

function times(count: number, game: Game): Game[] {
  return Array.from({ length: count }, () => game);
}

const MARCH: Game = { day: '2020-03-05', court: 'A', kind: 'single' };

const game = fc.record({
  day: fc.constantFrom('2020-01-31', '2020-02-01', '2020-02-29', '2020-12-31'),
  court: fc.constantFrom('A', 'B', 'C'),
  kind: fc.constantFrom('single', 'double', null),
});

describe('the rows behind a value', () => {
  it('are as many as the value says, over all pages, both ways, for a guarded figure too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(game, { maxLength: 40 }), fc.boolean(), async (games, newestFirst) => {
        await fillToyFacts(city, games);
        for (const figure of [TOY, GUARDED]) {
          for (const where of [{}, { court: 'A' }, { month: '2020-02' }]) {
            const { value, suppressed } = (await page({ where }, figure)).reading.total;
            const rows = await allPages(figure, { where, newestFirst });
            expect(rows.length).toBe(suppressed ? 0 : value);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('show the declared columns and nothing else', async () => {
    await fillToyFacts(city, [{ ...MARCH, synthetic: 'година' }]);
    const { rows, columns } = await page();
    expect(columns.map(({ en }) => en)).toEqual(['Court', 'Kind']);
    expect(rows).toEqual([
      { level: 'day', date: '2020-03-05', values: ['Корт A', 'single'], synthetic: 'година' },
    ]);
  });

  it('come whole in a stream', async () => {
    await fillToyFacts(city, times(23, MARCH));
    const batches: number[] = [];
    await city.database.transaction().execute(async (tx) => {
      const { reading } = await readRows(tx, TOY, { ...YEAR, limit: 1 });
      for await (const rows of streamRows(tx, reading, 10)) batches.push(rows.length);
    });
    expect(batches).toEqual([10, 10, 3]);
  });

  it('refuse a cursor that is none', async () => {
    await expect(page({ after: 'x' })).rejects.toMatchObject({ key: 'figures:refusals.badCursor' });
  });
});

describe('rows about people', () => {
  const datesOf = (rows: readonly PublicRow[]): string[] => rows.map(({ date }) => date ?? '–').sort();

  it('tell the day where enough fell on it, else the month, else the year, else nothing', async () => {
    await fillToyFacts(city, [
      ...times(5, MARCH),
      ...times(3, { ...MARCH, day: '2020-04-01' }),
      ...times(2, { ...MARCH, day: '2020-04-02' }),
      { ...MARCH, day: '2020-06-01' },
      { ...MARCH, day: '2020-06-02', court: 'B' },
    ]);
    const { rows } = await page({}, GUARDED);
    expect(datesOf(rows)).toEqual(
      [
        '2020',
        ...times(5, MARCH).map(() => '2020-03-05'),
        ...times(5, MARCH).map(() => '2020-04'),
        '–',
      ].sort(),
    );
    expect(rows.find(({ level }) => level === 'hidden')?.values).toEqual([null, null]);
  });

  it('do not tell by the asked period what they hide', async () => {
    await fillToyFacts(city, [...times(6, MARCH), { ...MARCH, day: '2020-03-06' }]);
    const day = await page({ from: '2020-03-06', to: '2020-03-10' }, GUARDED);
    expect(day.reading.total.suppressed).toBe(true);
    expect(day.rows).toEqual([]);
    const two = await page({ from: '2020-03-05', to: '2020-03-06' }, GUARDED);
    expect(datesOf(two.rows)).toEqual([...times(6, MARCH).map(() => '2020-03-05'), '–'].sort());
  });
});
