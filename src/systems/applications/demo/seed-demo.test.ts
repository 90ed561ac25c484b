import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { foldTimeline } from '../../../kernel/cases/case-state.ts';
import { controlOfTerms, readTimeline } from '../../../kernel/cases/index.ts';
import { type ApplicationsCity, makeApplicationsCity } from '../applications-fixture.ts';
import { APPLICATION } from '../application.ts';
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
  const units = await house.city.connections.database
    .transaction()
    .execute((tx) => controlOfTerms(tx, { today: kyivDate(house.clock.now()) }));
  expect(units.reduce((sum, { overdue }) => sum + overdue, 0)).toBeGreaterThan(2);
  expect(units.some(({ standing }) => standing > 0)).toBe(true);
  expect((await house.ask('administrator-01', toHandOut, {})).waiting).toBeGreaterThan(2);
});
