import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { looksAt } from './looks.ts';

let city: CityDatabase;
beforeAll(async () => {
  city = await createTestDatabase();
});
afterAll(() => city.close());

it('tells a person who looked at her data and why, newest first', async () => {
  await sql`
    insert into kernel.audit_journal (kind, occurred_at, recorded_at, name, actor_name, actor_roles, subjects, reason) values
      ('look', '2026-03-01 10:00Z', '2026-03-01 10:00Z', 'toy.list', 'Ірина Мельник', '{specialist}',
       '[{"kind": "case", "id": "a"}, {"kind": "case", "id": "b"}]', null),
      ('look', '2026-04-01 10:00Z', '2026-04-01 10:00Z', 'toy.show', 'Петро Бондар', '{head}',
       '[{"kind": "case", "id": "a"}]', 'скарга на строк'),
      ('look', '2026-04-02 10:00Z', '2026-04-02 10:00Z', 'toy.show', 'Петро Бондар', '{head}', '[{"kind": "ticket", "id": "a"}]', null),
      ('action', '2026-04-03 10:00Z', '2026-04-03 10:00Z', 'toy.decide', 'Петро Бондар', '{head}', '[{"kind": "case", "id": "a"}]', null)`.execute(
    city.database,
  );
  const looks = await city.database.transaction().execute((tx) => looksAt(tx, { kind: 'case', id: 'a' }));
  expect(looks.map(({ name, reason }) => [name, reason])).toEqual([
    ['Петро Бондар', 'скарга на строк'],
    ['Ірина Мельник', null],
  ]);
  expect(looks[1]).toMatchObject({
    at: new Date('2026-03-01T10:00:00Z'),
    query: 'toy.list',
    roles: ['specialist'],
  });
});
