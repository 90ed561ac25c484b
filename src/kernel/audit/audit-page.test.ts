import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { City } from '../city.ts';
import { buildServer } from '../http/server.ts';
import { makeTestCity } from '../testing/make-test-city.ts';
import { isSignedBy, parseHead } from './head.ts';
import { sealJob } from './seal-job.ts';

/** A transaction of any database of the cluster holds the seal back: others' tests share ours. */
const PATIENT = { timeout: 20_000, interval: 50 };

let city: City;
let app: FastifyInstance;
beforeAll(async () => {
  city = await makeTestCity();
  app = await buildServer(city, { pages: [], routes: [] });
});
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

it('publishes signed heads for everyone, and a page in plain words', async () => {
  expect((await app.inject('/audit/heads.jsonl')).body).toBe('');
  const { database } = city.connections;
  await sql`insert into kernel.audit_journal (kind, name) values ('action', 'toy.play')`.execute(database);
  const job = sealJob(city.secrets, city.settings.dataDir);
  const body = await vi.waitFor(async () => {
    await job.run({ database, now: city.clock.now() });
    const answer = await app.inject('/audit/heads.jsonl');
    expect(answer.body).not.toBe('');
    return answer.body;
  }, PATIENT);
  const head = parseHead(body.trim());
  expect(head).toMatchObject({ batch: 1, first: 1, last: 1 });
  expect(head !== undefined && isSignedBy(head, city.secrets.sealPublicKey)).toBe(true);
  const page = await app.inject('/audit');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Журнал, який не переписати');
  expect(page.body).toContain('BEGIN PUBLIC KEY');
  expect((await app.inject('/audit?lang=en')).body).toContain('A journal nobody can rewrite');
});

it('lets a busy city wait for its next seal, a crowd of rows not', async () => {
  const { database } = city.connections;
  const job = sealJob(city.secrets, city.settings.dataDir);
  const seals = async () =>
    (await sql<{ n: number }>`select count(*) as n from kernel.audit_seals`.execute(database)).rows[0]?.n;
  const at = (seconds: number) => new Date(Date.parse('2030-01-01T00:00:00Z') + seconds * 1000);
  const write = (rows: number) =>
    sql`insert into kernel.audit_journal (kind, name) select 'look', 'toy.see' from generate_series(1, ${rows}::int)`.execute(
      database,
    );
  const before = (await seals()) ?? 0;
  await write(1);
  await vi.waitFor(async () => {
    await job.run({ database, now: at(0) });
    expect(await seals()).toBe(before + 1);
  }, PATIENT);
  await write(1);
  await job.run({ database, now: at(5) });
  expect(await seals()).toBe(before + 1);
  await write(5000);
  await vi.waitFor(async () => {
    await job.run({ database, now: at(6) });
    expect(await seals()).toBeGreaterThan(before + 1);
  }, PATIENT);
});
