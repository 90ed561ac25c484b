import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { erasePersonalValuesJob } from './erase-personal-values.ts';

let city: CityDatabase;
beforeAll(async () => {
  city = await createTestDatabase();
});
afterAll(() => city.close());

it('forgets values three years old and keeps the younger', async () => {
  await sql`
    insert into kernel.audit_personal_values (journal_id, recorded_at, name, personal) values
      (1, '2023-03-01 00:00Z', 'toy.play', '[{"hash": "hmac:a", "value": "Олена"}]'),
      (2, '2023-03-03 00:00Z', 'toy.play', '[{"hash": "hmac:b", "value": "Петро"}]')`.execute(city.database);
  await erasePersonalValuesJob.run({ database: city.database, now: new Date('2026-03-02T00:00:00Z') });
  const { rows } = await sql`select journal_id from kernel.audit_personal_values`.execute(city.database);
  expect(rows).toEqual([{ journal_id: 2 }]);
});
