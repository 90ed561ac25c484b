import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from './test-database.ts';

let city: CityDatabase;
beforeAll(async () => {
  city = await createTestDatabase();
});
afterAll(() => city.close());

describe('a test database', () => {
  it('is migrated and used as the lesser role', async () => {
    const { rows } = await sql<{ role: string; n: number }>`
      select current_user as role, count(*) as n from kernel.migrations`.execute(city.database);
    expect(rows[0]?.role).toBe('prozoryi_app');
    expect(rows[0]?.n).toBeGreaterThan(0);
  });

  it('is a city of its own', async () => {
    const other = await createTestDatabase();
    await city.withOwner((owner) => owner.query('create table kernel.only_here (n int)'));
    const found = await other.pool.query(`select to_regclass('kernel.only_here') as found`);
    expect(found.rows[0]).toEqual({ found: null });
    await other.close();
  });
});
