import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClub } from './cases/make-membership.ts';
import type { City } from './city.ts';
import { buildServer } from './http/server.ts';
import { openSession } from './identity/session-store.ts';
import { startCityJobs } from './jobs/kernel-jobs.ts';
import { makeTestCity } from './testing/make-test-city.ts';
import { CLUB_TABLES, tennisClub } from './testing/tennis-club.tsx';

/** The kernel knows no system: a tennis club gets page, API, rights, journal, cases, figures and jobs from it. */
let city: City;
let app: FastifyInstance;
let trainer: string;

beforeAll(async () => {
  const empty = await makeTestCity();
  const club = await makeClub(empty.connections.database);
  await empty.connections.withOwner((owner) => owner.query(CLUB_TABLES));
  city = await makeTestCity([tennisClub(club)], undefined, empty.connections);
  app = await buildServer(city, { pages: [], routes: [] });
  const { database } = city.connections;
  trainer = (
    await openSession(database, { staffId: club.trainerId, kind: 'token', stage: 'full' }, city.clock.now())
  ).token;
}, 60_000);
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

const asTrainer = () => ({ authorization: `Bearer ${trainer}` });

describe('a tennis club on the kernel alone', () => {
  it('shows a form and takes it without JavaScript', async () => {
    const page = await app.inject({ url: '/club' });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Вступити');
    const payload = new URLSearchParams({ name: 'Катерина Білокур', _key: 'once' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const first = await app.inject({ method: 'POST', url: '/club', payload, headers });
    expect(first.statusCode).toBe(303);
    const second = await app.inject({ method: 'POST', url: '/club', payload, headers });
    expect(second.headers.location).toBe(first.headers.location);
  });

  it('shows the form again with what to mend', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const bad = await app.inject({ method: 'POST', url: '/club', payload: 'name=K', headers });
    expect(bad.statusCode).toBe(422);
    expect(bad.body).toContain('value="K"');
    expect(bad.body).toContain('aria-invalid="true"');
  });

  it('refuses a form that comes from another site', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' };
    const foreign = await app.inject({ method: 'POST', url: '/club', payload: 'name=Катерина', headers });
    expect(foreign.statusCode).toBe(403);
  });

  it('goes through the API with rights, journal, looks and problems', async () => {
    const url = '/api/actions/tennis-club.apply-for-membership';
    const noKey = await app.inject({ method: 'POST', url, payload: { name: 'Леся' } });
    expect(noKey.statusCode).toBe(400);
    expect(noKey.headers['content-type']).toContain('application/problem+json');
    const asked = await app.inject({
      method: 'POST',
      url,
      payload: { name: 'Леся' },
      headers: { 'idempotency-key': 'k1' },
    });
    const { caseId } = asked.json<{ caseId: string }>();
    const invite = {
      method: 'POST',
      url: '/api/actions/tennis-club.invite-to-trial',
      payload: { caseId },
    } as const;
    expect((await app.inject({ ...invite, headers: { 'idempotency-key': 'k2' } })).statusCode).toBe(401);
    const invited = await app.inject({ ...invite, headers: { 'idempotency-key': 'k3', ...asTrainer() } });
    expect(invited.json()).toEqual({ state: 'trial' });
    const again = await app.inject({ ...invite, headers: { 'idempotency-key': 'k4', ...asTrainer() } });
    expect(again.statusCode).toBe(409);
    const state = await app.inject({
      url: `/api/queries/tennis-club.membership-state?caseId=${caseId}`,
      headers: asTrainer(),
    });
    expect(state.json()).toEqual({ state: 'trial' });
    const journal = await sql<{ kind: string; count: number }>`
      select kind, count(*)::int as count from kernel.audit_journal
       where subjects @> ${JSON.stringify([{ kind: 'case', id: caseId }])}::jsonb group by kind order by kind`.execute(
      city.connections.database,
    );
    expect(journal.rows).toEqual([
      { kind: 'action', count: 1 },
      { kind: 'look', count: 1 },
    ]);
  });

  it('counts its figure and stands in the API document', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const year = today.slice(0, 4);
    const figure = await app.inject({
      url: `/api/figures/tennis-club.members-asked?from=${year}-01-01&to=${year}-12-31`,
    });
    expect(figure.json<{ value: number }>().value).toBe(2);
    const document = await app.inject({ url: '/api/openapi.json' });
    expect(document.body).toContain('tennis-club.invite-to-trial');
  });

  it('has its job run', async () => {
    const jobs = startCityJobs(city);
    try {
      await expect
        .poll(
          async () =>
            (await sql`select 1 from tennis_club.waterings`.execute(city.connections.database)).rows.length,
          { timeout: 10_000 },
        )
        .toBeGreaterThan(0);
    } finally {
      await jobs.stop();
    }
  });
});
