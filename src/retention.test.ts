import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cityHall } from './city-hall.ts';
import type { City } from './kernel/city.ts';
import { eraseByRetentionJob } from './kernel/retention/erase-by-retention.ts';
import { seedCity } from './kernel/start-city.ts';
import { makeTestCity } from './kernel/testing/make-test-city.ts';

/** Every rule that the nightly job keeps, on the tables as they are: after twenty years nobody is left. */
const rules = cityHall.flatMap((system) => system.retention).filter(({ since }) => since !== undefined);

let city: City;
beforeAll(async () => {
  city = await makeTestCity(cityHall);
  await seedCity(city);
  const { database } = city.connections;
  const now = new Date(city.clock.now());
  now.setUTCFullYear(now.getUTCFullYear() + 20);
  await eraseByRetentionJob(cityHall).run({ database, now });
  // Where one killed night stopped, the next goes on; and nothing is erased twice.
  await eraseByRetentionJob(cityHall).run({ database, now });
});
afterAll(() => city.connections.close());

it.each(rules)('$table keeps nobody beyond its term', async ({ table, personalColumns, since = '' }) => {
  const { rows } = await sql<{ said: string }>`
    select array_to_string(array[${sql.join(
      personalColumns.map((name) => sql`t.${sql.ref(name)}::text`),
    )}], '') as said
      from ${sql.table(table)} t where ${sql.raw(since)} is not null`.execute(city.connections.database);
  expect(new Set(rows.map(({ said }) => said.replaceAll('{}', '')))).toEqual(
    new Set(rows.length === 0 ? [] : ['']),
  );
});

it('an applicant stays known while one of the cases is open, and not five years after the last', async () => {
  const { rows } = await sql<{ is_open: boolean; known: boolean; count: number }>`
    select bool_or(c.is_open) as is_open, a.erased_at is null as known, count(distinct a.id)::int as count
      from kernel.applicants a join kernel.cases c on c.applicant_id = a.id
     group by a.id`.execute(city.connections.database);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ is_open: isOpen, known }) => isOpen === known)).toBe(true);
});
