import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldTimeline } from '../../../kernel/cases/case-state.ts';
import { readTimeline } from '../../../kernel/cases/index.ts';
import { COMPLEX_SERVICE } from '../complex-case.ts';
import { type ComplexCity, makeComplexCity } from '../complex-fixture.ts';
import { DEMO_WHOLES } from './demo-wholes.ts';
import { seedDemo } from './seed-demo.ts';

let house: ComplexCity;
const NOW = '2026-11-21T08:00:00Z';

beforeAll(async () => {
  house = await makeComplexCity(NOW);
  const { database } = house.city.connections;
  // Two processes that start at once seed one city.
  await Promise.all([seedDemo(database, new Date(NOW)), seedDemo(database, new Date(NOW))]);
});
afterAll(() => house.city.connections.close());

test('every whole is there once, in lifelike states, and the columns say what the timelines say', async () => {
  await house.city.connections.database.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string; state: string }>`
      select id, state from kernel.cases where kind = ${COMPLEX_SERVICE.name}`.execute(tx);
    expect(rows).toHaveLength(DEMO_WHOLES.length);
    expect(new Set(rows.map(({ state }) => state))).toEqual(
      new Set(['in-progress', 'partly-decided', 'granted', 'granted-in-part', 'refused']),
    );
    for (const { id, state } of rows)
      expect(foldTimeline(COMPLEX_SERVICE, await readTimeline(tx, id)).state).toBe(state);
    const left = await sql`select from kernel.tasks where queue like 'complex-services%'`.execute(tx);
    expect(left.rows).toHaveLength(0);
  });
});
