import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cityHall } from './city-hall.ts';
import type { CityDatabase } from './kernel/database/open-database.ts';
import { splitsOf } from './kernel/figures/figure-sql.ts';
import { readFigure } from './kernel/figures/read-figure.ts';
import { readRows } from './kernel/figures/read-rows.ts';
import { inSnapshot } from './kernel/figures/snapshot.ts';
import { createTestDatabase } from './kernel/testing/test-database.ts';

const YEAR = { from: '2020-01-01', to: '2020-12-31' };

let city: CityDatabase;
beforeAll(async () => {
  city = await createTestDatabase();
});
afterAll(() => city.close());

describe('every figure of the house', () => {
  const figures = cityHall.flatMap((system) =>
    system.figures.map((figure) => [figure.id, system.name, figure] as const),
  );

  it.each(figures)('%s is counted, split and opened by its declaration', async (id, system, figure) => {
    expect(id.startsWith(`${system}.`)).toBe(true);
    const names = splitsOf(figure).map(({ name }) => name);
    await inSnapshot(city.database, async (tx) => {
      for (const name of names) await readFigure(tx, figure, { ...YEAR, by: [name], where: {} });
      for (const newestFirst of [true, false]) {
        expect((await readRows(tx, figure, { ...YEAR, limit: 10, newestFirst })).next).toBeNull();
      }
    });
  });
});
