import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldTimeline } from '../../../kernel/cases/case-state.ts';
import { readTimeline } from '../../../kernel/cases/index.ts';
import { type ApplicationsCity, makeApplicationsCity } from '../applications-fixture.ts';
import { APPLICATION } from '../application.ts';
import { controlOfTerms } from '../queries/control-of-terms.ts';
import { toHandOut } from '../queries/to-hand-out.ts';
import { DEMO_COURSES } from './demo-course.ts';
import { seedDemo } from './seed-demo.ts';

let house: ApplicationsCity;
const NOW = '2026-11-21T08:00:00Z';

beforeAll(async () => {
  house = await makeApplicationsCity(NOW);
  const { database } = house.city.connections;
  // Two processes that start at once seed one city.
  await Promise.all([seedDemo(database, new Date(NOW)), seedDemo(database, new Date(NOW))]);
});
afterAll(() => house.city.connections.close());

test('every course is there once, and the columns say what the timelines say', async () => {
  await house.city.connections.database.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string; state: string }>`select id, state from kernel.cases`.execute(tx);
    expect(rows).toHaveLength(DEMO_COURSES.length);
    for (const { id, state } of rows) {
      expect(foldTimeline(APPLICATION, await readTimeline(tx, id)).state).toBe(state);
    }
  });
});

test('the desk has something late, something paused and something on the shelf', async () => {
  const { bodies, late } = await house.ask('head', controlOfTerms, {});
  expect(late.length).toBeGreaterThan(2);
  expect(bodies.some(({ paused }) => paused > 0)).toBe(true);
  expect((await house.ask('administrator-01', toHandOut, {})).waiting).toBeGreaterThan(2);
});
