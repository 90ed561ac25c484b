import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import { newKey } from '../../kernel/actions/save-deeds.ts';
import { sealJournal } from '../../kernel/audit/seal-journal.ts';
import type { City } from '../../kernel/city.ts';
import { openCase } from '../../kernel/cases/index.ts';
import { makeClub, makeDeed, makeMembership } from '../../kernel/cases/make-membership.ts';
import { fixedClock } from '../../kernel/clock/system-clock.ts';
import { buildServer } from '../../kernel/http/server.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { defineAction, defineQuery, personal } from '../../kernel/actions/define.ts';
import { z } from 'zod';
import { sql } from 'kysely';
import { listRows } from './queries/list-rows.ts';
import { looksAtCase } from './queries/looks-at-case.ts';
import { sealState } from './queries/seal-state.ts';
import { journal } from './system.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
const PHONE = '+380501112233';

/** A toy deed and a toy look beside the journal. */
const ring = defineAction({
  name: 'toy.ring',
  title: { uk: 'Подзвонити', en: 'Ring' },
  may: ['specialist'],
  input: z.object({ caseId: z.uuid(), phone: personal(z.string()) }),
  output: z.object({}),
  async run(deed, { caseId }) {
    deed.about({ kind: 'case', id: caseId });
    return {};
  },
});
const peek = defineQuery({
  name: 'toy.peek',
  title: { uk: 'Переглянути заявника', en: 'See the applicant' },
  may: ['specialist'],
  input: z.object({ caseId: z.uuid() }),
  output: z.object({}),
  async run({ looked }, { caseId }) {
    looked({ kind: 'case', id: caseId });
    return {};
  },
});

let city: City;
let app: FastifyInstance;
let opened: Awaited<ReturnType<typeof openCase>>;
const auditor = { ...RESIDENT, kind: 'staff' as const, name: 'аудитор', roles: ['auditor' as const] };

beforeAll(async () => {
  city = await makeTestCity([{ actions: [ring], queries: [peek] }, journal], fixedClock(NOW));
  const { database } = city.connections;
  const club = await makeClub(database);
  opened = await database
    .transaction()
    .execute((tx) => openCase(makeDeed(tx, '2026-11-19T09:00:00Z'), makeMembership(club)));
  const ann =
    (await database.transaction().execute((tx) => findActorsByLogin(tx, ['ann']))).get('ann') ?? RESIDENT;
  await performAction(city, ring, { caseId: opened.id, phone: PHONE }, { actor: ann, key: newKey() });
  await askQuery(city, peek, { caseId: opened.id }, { actor: ann, reason: 'скарга' });
  app = await buildServer(city, { pages: [], routes: [] });
});
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

async function rowsOf(input: z.input<(typeof listRows)['input']>) {
  return listRows.output.parse(await askQuery(city, listRows, input, { actor: auditor }));
}
const namesOf = async (input: z.input<(typeof listRows)['input']>) =>
  (await rowsOf(input)).rows.map(({ name }) => name);

describe('the list', () => {
  test('is found by person, deed, kind and case number', async () => {
    expect(await namesOf({ person: 'ann' })).toEqual(['toy.peek', 'toy.ring']);
    expect(await namesOf({ name: 'toy.r' })).toEqual(['toy.ring']);
    expect(await namesOf({ kind: 'look', name: 'toy.' })).toEqual(['toy.peek']);
    expect(await namesOf({ subject: opened.number.toLowerCase() })).toEqual(['toy.peek', 'toy.ring']);
    expect(await namesOf({ person: 'bob' })).toEqual([]);
    expect(await namesOf({ from: '2026-11-01', to: '2026-11-19' })).toEqual([]);
  });

  test('never shows a personal value, yet finds whose it was; that search is a row too', async () => {
    const found = await rowsOf({ whose: PHONE });
    expect(found.rows.map(({ name }) => name)).toEqual(['toy.ring']);
    expect(JSON.stringify(found)).not.toContain(PHONE);
    expect(found.rows[0]?.subjects).toEqual([{ kind: 'case', id: opened.id, number: opened.number }]);
    expect(await namesOf({ whose: '+380500000000' })).toEqual([]);
    const searches = await rowsOf({ name: 'journal.list-rows' });
    expect(searches.rows).toHaveLength(2);
    expect(JSON.stringify(searches)).not.toContain(PHONE);
  });

  test('pages by key without losing or repeating', async () => {
    const all = await namesOf({});
    const seen: string[] = [];
    let after: number | undefined;
    do {
      const page = await rowsOf({ limit: 1, ...(after === undefined ? {} : { after }) });
      seen.push(...page.rows.map(({ name }) => name));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(all);
  });
});

test('the state of the seal tells what is not sealed yet', async () => {
  const state = async () => sealState.output.parse(await askQuery(city, sealState, {}, { actor: auditor }));
  expect((await state()).oldestUnsealed).toEqual(NOW);
  // A row is sealed when every older transaction of the server has ended, other tests' too.
  const sealed = await vi.waitFor(
    async () => {
      await sealJournal(city.connections.database, city.secrets, { now: NOW });
      const now = await state();
      expect(now.oldestUnsealed).toBeNull();
      return now;
    },
    { timeout: 60_000 },
  );
  expect(sealed).toMatchObject({ batch: 1, oldestUnsealed: null });
  expect(sealed.head).toMatch(/^[0-9a-f]{64}$/);
});

describe('the citizen', () => {
  test('learns who looked by role and body, when and why, and no name', async () => {
    const input = { number: opened.number, code: opened.trackingCode };
    const seen = looksAtCase.output.parse(await askQuery(city, looksAtCase, input, { actor: RESIDENT }));
    expect(seen.looks).toEqual([
      { at: NOW, roles: ['specialist'], body: 'courts', what: peek.title, reason: 'скарга' },
    ]);
    const page = await app.inject({ url: `/track/looks?${new URLSearchParams(input).toString()}` });
    expect(page.body).toContain('скарга');
    expect(page.body).not.toContain('>ann<');
  });

  test('with a wrong code learns nothing', async () => {
    const input = { number: opened.number, code: 'AAAAAAAAAA' };
    await expect(askQuery(city, looksAtCase, input, { actor: RESIDENT })).rejects.toMatchObject({
      status: 404,
    });
    const page = await app.inject({ url: `/track/looks?${new URLSearchParams(input).toString()}` });
    expect(page.statusCode).toBe(404);
  });
});

test('the auditor’s page opens with what an old address asks, and its rows go out as sheets', async () => {
  const session = 'auditors-own-token';
  const { database } = city.connections;
  await sql`
    insert into kernel.staff (id, unit_id, login, name, roles, created_at)
    select 'aaaaaaaa-0000-7000-8000-000000000001', id, 'aud', 'Аудиторка', '{auditor}', ${NOW}
      from kernel.units limit 1`.execute(database);
  await sql`
    insert into kernel.sessions (id, token_hash, staff_id, kind, stage, created_at, expires_at)
    values ('aaaaaaaa-0000-7000-8000-000000000002', sha256(${session}::text::bytea),
      'aaaaaaaa-0000-7000-8000-000000000001', 'browser', 'full', ${NOW}, '2027-01-01')`.execute(database);
  for (const lang of ['uk', 'en']) {
    const url = '/desk/journal?from=2026-02-31&after=x&kind=nothing';
    const page = await app.inject({ url, cookies: { session, lang } });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(opened.number);
  }
  const csv = await app.inject({ url: '/desk/journal/rows.csv?name=toy.', cookies: { session } });
  expect(csv.body.split('\r\n')).toHaveLength(4);
});
