import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import type { Figure } from './figure.ts';
import { type Question, type Reading, readFigure } from './read-figure.ts';
import { fillToyFacts, type Game, makeToyFacts, TOY } from './toy-facts.ts';

let city: CityDatabase;
beforeAll(async () => {
  city = await createTestDatabase();
  await makeToyFacts(city);
});
afterAll(() => city.close());

const YEAR = { from: '2020-01-01', to: '2020-12-31' };

function read(question: Partial<Question> = {}, figure: Figure = TOY): Promise<Reading> {
  return city.database.transaction().execute((tx) => readFigure(tx, figure, { ...YEAR, ...question }));
}

function times(count: number, game: Game): Game[] {
  return Array.from({ length: count }, () => game);
}

const MARCH: Game = { day: '2020-03-05', court: 'A', kind: 'single' };

describe('a figure', () => {
  beforeEach(() =>
    fillToyFacts(city, [
      ...times(7, MARCH),
      ...times(3, { ...MARCH, day: '2020-04-30', court: 'B', kind: null, synthetic: 'година' }),
      { ...MARCH, day: '2021-01-01' },
    ]),
  );

  it('counts the facts of its period and no others', async () => {
    const { total, sql } = await read();
    expect(total).toMatchObject({ value: 10, suppressed: false, synthetic: 'some' });
    expect(sql).toContain(`"day" between '2020-01-01'::date and '2020-12-31'::date`);
  });

  it('splits by a dimension with labels in both languages', async () => {
    const { breakdown } = await read({ by: ['court'] });
    expect(breakdown.map(({ by, value, labels }) => [by, value, labels['court']])).toEqual([
      [{ court: 'A' }, 7, { uk: 'Корт A', en: 'Court A' }],
      [{ court: 'B' }, 3, { uk: 'Корт B', en: 'Court B' }],
    ]);
  });

  it('weighs those above zero against those below it', async () => {
    await fillToyFacts(city, [
      ...times(6, { ...MARCH, minutes: 1 }),
      ...times(3, { ...MARCH, minutes: 0 }),
      { ...MARCH, minutes: -1 },
      { ...MARCH, minutes: null },
    ]);
    const figure: Figure = { ...TOY, measure: { kind: 'balance', column: 'minutes', digits: 1 } };
    const { total } = await read({}, figure);
    expect(total).toMatchObject({ value: 50, sample: 10 });
    expect(total.interval?.[0]).toBeLessThan(50);
    expect(total.interval?.[1]).toBeGreaterThan(50);
  });

  it('splits by month without being told how, and by two dimensions with their margins', async () => {
    const { breakdown, margins } = await read({ by: ['month', 'kind'] });
    expect(breakdown.map(({ by, value }) => [by, value])).toEqual([
      [{ month: '2020-03', kind: 'single' }, 7],
      [{ month: '2020-04', kind: '' }, 3],
    ]);
    expect(margins.map(({ by, value }) => [by, value])).toEqual([
      [{ month: '2020-03' }, 7],
      [{ month: '2020-04' }, 3],
      [{ kind: 'single' }, 7],
      [{ kind: '' }, 3],
    ]);
  });

  it('opens a cell, also the one of what is not stated', async () => {
    expect((await read({ where: { kind: '' } })).total.value).toBe(3);
    expect((await read({ where: { month: '2020-03', court: 'A' } })).total.value).toBe(7);
    expect((await read({ where: { court: 'nowhere' } })).total.value).toBe(0);
  });

  it('refuses what it cannot be split by', async () => {
    await expect(read({ by: ['id; drop table toy.games'] })).rejects.toMatchObject({
      key: 'figures:refusals.noSuchDimension',
      status: 422,
    });
    await expect(read({ by: ['court', 'court'] })).rejects.toMatchObject({ status: 422 });
  });

  it('takes a code only as a value', async () => {
    expect((await read({ where: { court: `A' or '1'='1` } })).total.value).toBe(0);
  });
});

describe('a share', () => {
  it('comes with its sample and Wilson’s interval', async () => {
    const won = { ...MARCH, won: true };
    await fillToyFacts(city, [...times(491, won), ...times(9, { ...MARCH, won: false }), ...times(5, MARCH)]);
    const { total } = await read({}, { ...TOY, measure: { kind: 'share', column: 'won', digits: 1 } });
    expect(total).toMatchObject({ value: 98.2, sample: 500, interval: [96.6, 99.1] });
  });

  it('has no value where there is no sample', async () => {
    await fillToyFacts(city, [MARCH]);
    const { total } = await read({}, { ...TOY, measure: { kind: 'share', column: 'won', digits: 1 } });
    expect(total).toMatchObject({ value: null, suppressed: false, sample: 0, interval: null });
  });
});

describe('other measures', () => {
  it('are the median, the mean and the sum of a column', async () => {
    await fillToyFacts(
      city,
      [5, 7, 30].map((minutes) => ({ ...MARCH, minutes })),
    );
    const value = async (kind: 'median' | 'average'): Promise<number | null> =>
      (await read({}, { ...TOY, measure: { kind, column: 'minutes', digits: 1 } })).total.value;
    expect(await value('median')).toBe(7);
    expect(await value('average')).toBe(14);
    expect((await read({}, { ...TOY, measure: { kind: 'sum', column: 'minutes' } })).total.value).toBe(42);
  });
});

describe('what is alive at the last day', () => {
  const members: Figure = {
    ...TOY,
    facts: 'toy.members',
    period: 'at-end',
    dimensions: [],
    columns: [],
  };
  it('counts from its first day until the day before its end', async () => {
    await city.withOwner((owner) =>
      owner.query(`insert into toy.members values ('a', '2020-01-01', null), ('b', '2020-05-01', '2020-12-31'),
        ('c', '2021-01-01', null)`),
    );
    const { synthetic: _, ...plain } = members;
    const alive = async (to: string): Promise<number | null> =>
      (await read({ from: to, to }, plain)).total.value;
    expect(
      await Promise.all(['2019-12-31', '2020-01-01', '2020-12-30', '2020-12-31', '2021-01-01'].map(alive)),
    ).toEqual([0, 1, 2, 1, 2]);
  });
});

describe('parts and total', () => {
  const game = fc.record({
    day: fc.constantFrom('2020-01-31', '2020-02-01', '2020-02-29', '2020-12-31'),
    court: fc.constantFrom('A', 'B', 'C'),
    kind: fc.constantFrom('single', 'double', null),
  });

  it('add up for every dimension and pair of dimensions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(game, { maxLength: 60 }), async (games) => {
        await fillToyFacts(city, games);
        for (const by of [['court'], ['kind'], ['month'], ['court', 'month'], ['kind', 'court']]) {
          const { total, breakdown } = await read({ by });
          expect(total.value).toBe(games.length);
          expect(breakdown.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(games.length);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a figure of people', () => {
  const guarded: Figure = { ...TOY, suppressBelow: 5 };

  it('hides a small cell and one more, so that the total does not tell it', async () => {
    await fillToyFacts(city, [
      ...times(20, MARCH),
      ...times(9, { ...MARCH, court: 'B' }),
      ...times(2, { ...MARCH, court: 'C' }),
    ]);
    const { total, breakdown } = await read({ by: ['court'] }, guarded);
    expect(total.value).toBe(31);
    const shown = Object.fromEntries(breakdown.map(({ by, value }) => [by['court'], value]));
    expect(shown).toEqual({ A: 20, B: null, C: null });
    expect((await read({ where: { court: 'B' } }, guarded)).total).toMatchObject({
      value: null,
      suppressed: true,
    });
    expect((await read({ where: { court: 'A' } }, guarded)).total.value).toBe(20);
  });

  it('counts a fine dimension in whole months only', async () => {
    await fillToyFacts(city, [...times(6, MARCH), ...times(6, { ...MARCH, day: '2020-03-20' })]);
    const days = { from: '2020-03-05', to: '2020-03-10' };
    expect(await read(days, guarded)).toMatchObject({ ...days, total: { value: 6 } });
    expect(await read({ ...days, where: { kind: 'single' } }, guarded)).toMatchObject({
      from: '2020-03-01',
      to: '2020-03-31',
      total: { value: 12 },
    });
  });
});
