import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { City } from '../city.ts';
import { makeTestCity } from '../testing/make-test-city.ts';
import { type Actor, RESIDENT } from './actor.ts';
import { defineAction, personal } from './define.ts';
import { InvalidInput } from './invalid-input.ts';
import { performAction } from './perform-action.ts';
import { performBatch } from './perform-batch.ts';
import { Refusal } from './refusal.ts';
import { newKey } from './save-deeds.ts';

const CLERK: Actor = {
  ...RESIDENT,
  kind: 'staff',
  staffId: crypto.randomUUID(),
  name: 'clerk',
  roles: ['administrator'],
};
const INTEGRATOR: Actor = {
  ...CLERK,
  staffId: crypto.randomUUID(),
  name: 'integrator',
  roles: ['integrator'],
};

/** A deed that can be seen: it takes a number, or refuses after it has taken one. */
const takePlace = defineAction({
  name: 'tennis.take-place',
  title: { uk: 'Зайняти місце', en: 'Take a place' },
  importable: true,
  may: ['administrator', 'resident'],
  input: z.object({ player: personal(z.string().min(1)), refuse: z.boolean().default(false) }),
  output: z.object({ place: z.number() }),
  async run({ tx, about }, { player, refuse }) {
    const result = await sql<{ last: number }>`
      insert into kernel.number_books (book, year, last) values ('tennis', 2026, 1)
      on conflict (book, year) do update set last = kernel.number_books.last + 1 returning last`.execute(tx);
    about({ kind: 'player', id: player.length.toString() });
    if (refuse) throw new Refusal('actions:refusals.notYourRole', {}, 409);
    return { place: result.rows[0]?.last ?? 0 };
  },
});

const forStaffOnly = defineAction({ ...takePlace, name: 'tennis.close-court', may: ['administrator'] });

let city: City;
beforeAll(async () => {
  city = await makeTestCity([{ actions: [takePlace, forStaffOnly] }]);
});
afterAll(() => city.connections.close());

async function lastPlace(): Promise<number> {
  const result = await sql<{ last: number }>`
    select coalesce(max(last), 0) as last from kernel.number_books where book = 'tennis'`.execute(
    city.connections.database,
  );
  return Number(result.rows[0]?.last);
}

async function journalOf(key: string) {
  const result = await sql<{
    input: unknown;
    actor_name: string | null;
    imported_by: string | null;
    occurred_at: Date;
  }>`
    select input, actor_name, imported_by, occurred_at from kernel.audit_journal where request_key = ${key}`.execute(
    city.connections.database,
  );
  return result.rows;
}

describe('one action', () => {
  it('journals the deed with personal values hashed', async () => {
    const key = newKey();
    await performAction(city, takePlace, { player: 'Леся Українка' }, { actor: CLERK, key });
    const [row] = await journalOf(key);
    expect(row?.actor_name).toBe('clerk');
    expect(JSON.stringify(row?.input)).toContain('hmac:');
    expect(JSON.stringify(row?.input)).not.toContain('Українка');
  });

  it('answers a repeat with the first answer and does nothing twice', async () => {
    const key = newKey();
    const first = await performAction(city, takePlace, { player: 'А' }, { actor: CLERK, key });
    const before = await lastPlace();
    const second = await performAction(city, takePlace, { player: 'А' }, { actor: CLERK, key });
    expect(second).toEqual(first);
    expect(await lastPlace()).toBe(before);
    expect(await journalOf(key)).toHaveLength(1);
  });

  it('does one deed for 32 requests with one key at the same moment', async () => {
    const key = newKey();
    const before = await lastPlace();
    const answers = await Promise.all(
      Array.from({ length: 32 }, () =>
        performAction(city, takePlace, { player: 'Б' }, { actor: CLERK, key }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await lastPlace()).toBe(before + 1);
  });

  it('refuses the same key with another body', async () => {
    const key = newKey();
    await performAction(city, takePlace, { player: 'А' }, { actor: CLERK, key });
    const other = performAction(city, takePlace, { player: 'Б' }, { actor: CLERK, key });
    await expect(other).rejects.toMatchObject({ key: 'actions:refusals.keyReused', status: 422 });
  });

  it('lets another person use the same key', async () => {
    const key = newKey();
    const mine = await performAction(city, takePlace, { player: 'А' }, { actor: CLERK, key });
    const other: Actor = { ...CLERK, staffId: crypto.randomUUID() };
    expect(await performAction(city, takePlace, { player: 'А' }, { actor: other, key })).not.toEqual(mine);
  });

  it('leaves nothing of a refused deed', async () => {
    const key = newKey();
    const before = await lastPlace();
    const refused = performAction(city, takePlace, { player: 'А', refuse: true }, { actor: CLERK, key });
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    expect(await lastPlace()).toBe(before);
    expect(await journalOf(key)).toHaveLength(0);
  });

  it('asks a resident to sign in, and tells staff of another role', async () => {
    const by = (actor: Actor) => performAction(city, forStaffOnly, { player: 'А' }, { actor, key: newKey() });
    await expect(by(RESIDENT)).rejects.toMatchObject({ status: 401 });
    await expect(by({ ...CLERK, roles: ['auditor'] })).rejects.toMatchObject({ status: 403 });
  });

  it('names the field of a bad input', async () => {
    const bad = performAction(city, takePlace, { player: 5 }, { actor: CLERK, key: newKey() });
    await expect(bad).rejects.toBeInstanceOf(InvalidInput);
    await expect(bad).rejects.toMatchObject({ issues: [{ path: 'player' }] });
  });
});

describe('a batch of the past', () => {
  const entry = (key: string, input: unknown, more: object = {}) => ({
    action: 'tennis.take-place',
    key,
    occurred_at: '2020-09-19T10:00:00+03:00',
    input,
    ...more,
  });

  it('keeps the moment of the deed and who brought it', async () => {
    const key = newKey();
    await performBatch(city, INTEGRATOR, [entry(key, { player: 'А' })]);
    const [row] = await journalOf(key);
    expect(row?.occurred_at.toISOString()).toBe('2020-09-19T07:00:00.000Z');
    expect(row?.imported_by).toBe(INTEGRATOR.staffId);
  });

  it('lets the sound ones stand and names the others', async () => {
    const before = await lastPlace();
    const results = await performBatch(city, INTEGRATOR, [
      entry(newKey(), { player: 'А' }),
      entry(newKey(), { player: 'Б', refuse: true }),
      entry(newKey(), { player: 3 }),
      entry(newKey(), { player: 'В' }, { on_behalf_of: 'nobody' }),
      entry(newKey(), { player: 'Г' }),
    ]);
    expect(results.map((result) => 'output' in result)).toEqual([true, false, false, false, true]);
    expect(await lastPlace()).toBe(before + 2);
  });

  it('sent twice changes nothing and answers the same', async () => {
    const batch = [entry(newKey(), { player: 'А' }), entry(newKey(), { player: 'Б' })];
    const first = await performBatch(city, INTEGRATOR, batch);
    const before = await lastPlace();
    expect(await performBatch(city, INTEGRATOR, batch)).toEqual(first);
    expect(await lastPlace()).toBe(before);
  });

  it('sent twice at the same moment does each deed once', async () => {
    const batch = Array.from({ length: 20 }, () => entry(newKey(), { player: 'А' }));
    const before = await lastPlace();
    const [one, two] = await Promise.all([
      performBatch(city, INTEGRATOR, batch),
      performBatch(city, INTEGRATOR, batch),
    ]);
    expect(two).toEqual(one);
    expect(await lastPlace()).toBe(before + 20);
  });

  it('is for integrators only, and never from the future', async () => {
    await expect(performBatch(city, CLERK, [entry(newKey(), { player: 'А' })])).rejects.toMatchObject({
      status: 403,
    });
    const [result] = await performBatch(city, INTEGRATOR, [
      { ...entry(newKey(), { player: 'А' }), occurred_at: '2999-01-01T00:00:00Z' },
    ]);
    expect(result).toMatchObject({ error: { key: 'actions:refusals.fromTheFuture' } });
  });
});
