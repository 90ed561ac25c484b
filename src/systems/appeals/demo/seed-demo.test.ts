import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldTimeline } from '../../../kernel/cases/case-state.ts';
import { readTimeline } from '../../../kernel/cases/index.ts';
import { readFigure } from '../../../kernel/figures/read-figure.ts';
import { type AppealsCity, makeAppealsCity } from '../appeals-fixture.ts';
import { APPEAL, STATES } from '../appeal.ts';
import { figures } from '../figures.ts';
import { seedDemo } from './seed-demo.ts';

let house: AppealsCity;
const NOW = '2026-11-21T12:00:00Z';

beforeAll(async () => {
  house = await makeAppealsCity(NOW);
  const { database } = house.city.connections;
  // Two processes that start at once seed one city.
  await Promise.all([seedDemo(database, new Date(NOW)), seedDemo(database, new Date(NOW))]);
}, 60_000);
afterAll(() => house.city.connections.close());

test('there is work of every kind, and the columns say what the timelines say', async () => {
  await house.city.connections.database.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string; state: string }>`select id, state from kernel.cases`.execute(tx);
    expect(rows).toHaveLength(86);
    const states = new Set(rows.map(({ state }) => state));
    const missing = STATES.filter((state) => !states.has(state));
    expect(missing).toEqual(['returned', 'not-considered', 'withdrawn']);
    for (const { id, state } of rows.slice(-40)) {
      expect(foldTimeline(APPEAL, await readTimeline(tx, id)).state).toBe(state);
    }
  });
});

test('every figure’s parts make up its whole', async () => {
  await house.city.connections.database.transaction().execute(async (tx) => {
    const period = { from: '2025-09-01', to: '2026-11-30' };
    for (const figure of figures.filter(({ measure }) => measure.kind === 'count')) {
      const { name } = figure.dimensions[0] ?? { name: '' };
      const { total, breakdown } = await readFigure(
        tx,
        { ...figure, suppressBelow: 0 },
        { ...period, by: [name] },
      );
      const sum = breakdown.reduce((all, { value }) => all + (value ?? 0), 0);
      expect([figure.id, sum]).toEqual([figure.id, total.value]);
      expect(sum, figure.id).toBeGreaterThan(0);
    }
  });
});
