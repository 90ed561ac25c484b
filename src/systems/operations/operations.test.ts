import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import { newKey } from '../../kernel/actions/save-deeds.ts';
import type { City } from '../../kernel/city.ts';
import { fixedClock } from '../../kernel/clock/system-clock.ts';
import { noteBackup, readBackupNote } from '../../kernel/database/backup/backup-note.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { retryLetters } from './actions/retry-letters.ts';
import { retryTasks } from './actions/retry-tasks.ts';
import { house } from './queries/house.ts';
import { operations } from './system.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
const actor = { ...RESIDENT, kind: 'staff' as const, name: 'it', roles: ['it' as const] };
let city: City;

beforeAll(async () => {
  city = await makeTestCity([operations], fixedClock(NOW));
  await sql`
    insert into kernel.letters (id, to_address, subject, body_text, created_at, attempts, next_attempt_at, failure) values
      (gen_random_uuid(), 'a@example.org', 'а', 'а', ${NOW}, 14, null, 'немає такої скриньки'),
      (gen_random_uuid(), '', '', '', '2020-01-01', 14, null, null),
      (gen_random_uuid(), 'b@example.org', 'б', 'б', ${NOW}, 1, ${NOW}, null)`.execute(
    city.connections.database,
  );
  await sql`
    insert into kernel.tasks (id, queue, data, created_at, attempts, due_at) values
      (gen_random_uuid(), 'toy', 'null', ${NOW}, 10, null)`.execute(city.connections.database);
});
afterAll(() => city.connections.close());

const state = async () => house.output.parse(await askQuery(city, house, {}, { actor }));

test('the house is told whole, with what to do', async () => {
  const found = await state();
  expect(found).toMatchObject({
    letters: { waiting: 1, givenUp: 1, hasMailServer: false, lastFailure: 'немає такої скриньки' },
    tasks: { givenUp: 1 },
    backup: null,
    database: { outside: false },
  });
  expect(found.database.bytes).toBeGreaterThan(1_000_000);
  expect(found.disk?.free).toBeGreaterThan(0);
  expect(found.version).toMatch(/^\d+\.\d+/);
  const levels = new Map(found.checks.map(({ name, level }) => [name, level]));
  expect([levels.get('backup'), levels.get('tasks'), levels.get('mail')]).toEqual(['act', 'act', 'act']);
});

test('what was given up is tried again, but nothing that was erased', async () => {
  const sent = await performAction(city, retryLetters, {}, { actor, key: newKey() });
  expect(sent).toEqual({ letters: 1 });
  expect((await state()).letters.waiting).toBe(2);
  expect(await performAction(city, retryTasks, {}, { actor, key: newKey() })).toEqual({ tasks: 1 });
  expect((await state()).tasks).toMatchObject({ waiting: 1, givenUp: 0 });
});

test('a backup leaves its note; a broken note is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'note-'));
  expect(await readBackupNote(folder)).toBeNull();
  const made = { madeAt: NOW, file: 'city.tar.gz', bytes: 12 };
  await noteBackup(folder, made);
  expect(await readBackupNote(folder)).toEqual(made);
  await noteBackup(join(folder, 'missing'), made);
});
