import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { connectCity, type CityDatabase } from '../../kernel/database/open-database.ts';
import { createTestDatabase } from '../../kernel/testing/test-database.ts';
import { callNext } from './actions/call-next.ts';
import { openWindow } from './actions/open-window.ts';
import { takeTicket } from './actions/take-ticket.ts';
import { makeClerk, makeHall, makeWindow, perform } from './queue-fixture.ts';
import type { Sector } from './sector.ts';
import { SECTORS } from './sector.ts';

const NINE = new Date('2026-03-03T07:00:00Z');
const CLERKS = 64;

let city: CityDatabase;
/** A second process, as far as the database can tell: a pool of its own. */
let second: CityDatabase;
let clerks: readonly Actor[];

beforeAll(async () => {
  city = await createTestDatabase({ poolSize: 16 });
  second = connectCity(
    { url: city.url, ownerUrl: city.ownerUrl, cluster: undefined, applicationName: 'second' },
    16,
  );
  await makeHall(city.database);
  clerks = await Promise.all(
    Array.from({ length: CLERKS }, async (_, index) => {
      const windowId = await makeWindow(city.database, { number: index + 1, sectors: [...SECTORS] });
      const actor = await makeClerk(city.database, 'administrator');
      await perform(city.database, openWindow, { windowId }, { actor, now: NINE });
      return actor;
    }),
  );
});
afterAll(async () => {
  await second.close();
  await city.close();
});

const databaseOf = (index: number) => (index % 2 === 0 ? city : second).database;

test('two kiosks never give one number, and numbers have no gaps', async () => {
  const sectors: readonly Sector[] = ['registration', 'social', 'administrative'];
  const tickets = await Promise.all(
    Array.from({ length: 150 }, (_, index) =>
      perform(
        databaseOf(index),
        takeTicket,
        { hall: 'main', sector: sectors[index % 3] ?? 'social' },
        { actor: RESIDENT, now: NINE },
      ),
    ),
  );
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(150);
  const { rows } = await sql<{ sector: string; last: number; n: number }>`
    select sector, max(seq) as last, count(*) as n from queue.tickets group by sector`.execute(city.database);
  expect(rows.map(({ last }) => last)).toEqual([50, 50, 50]);
  expect(rows.map(({ n }) => n)).toEqual([50, 50, 50]);
});

test('64 clerks over two pools never call one person twice, and nobody is left out', async () => {
  const called = await Promise.all(
    clerks.map((actor, index) => perform(databaseOf(index), callNext, {}, { actor, now: NINE })),
  );
  const ids = called.flatMap(({ ticket }) => (ticket === null ? [] : [ticket.id]));
  expect(ids).toHaveLength(CLERKS);
  expect(new Set(ids).size).toBe(CLERKS);
  const { rows } = await sql<{ calls: number; numbers: number }>`
    select count(*) as calls, count(distinct number) as numbers from queue.calls`.execute(city.database);
  expect(rows).toEqual([{ calls: CLERKS, numbers: CLERKS }]);
});

test('one clerk who presses twice at once in two tabs has one person', async () => {
  await sql`update queue.tickets set state = 'served', ended_at = ${NINE} where state = 'called'`.execute(
    city.database,
  );
  const [clerk] = clerks;
  if (clerk === undefined) throw new Error('no clerk was made');
  const presses = await Promise.allSettled(
    Array.from({ length: 8 }, (_, index) =>
      perform(databaseOf(index), callNext, {}, { actor: clerk, now: NINE }),
    ),
  );
  const done = presses.filter((press) => press.status === 'fulfilled');
  expect(done).toHaveLength(1);
  const reasons = presses.flatMap((press) => (press.status === 'rejected' ? [String(press.reason)] : []));
  expect(reasons).toEqual(Array.from({ length: 7 }, () => expect.stringContaining('finishFirst')));
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from queue.tickets where state = 'called'`.execute(city.database);
  expect(rows[0]?.n).toBe(1);
});
