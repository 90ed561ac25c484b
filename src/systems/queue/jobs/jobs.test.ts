import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, RESIDENT } from '../../../kernel/actions/actor.ts';
import type { CityDatabase } from '../../../kernel/database/open-database.ts';
import { createTestDatabase } from '../../../kernel/testing/test-database.ts';
import { beginService } from '../actions/begin-service.ts';
import { callNext } from '../actions/call-next.ts';
import { finishService } from '../actions/finish-service.ts';
import { openWindow } from '../actions/open-window.ts';
import { takeTicket } from '../actions/take-ticket.ts';
import { callLog } from '../queries/call-log.ts';
import { estimateAccuracy } from '../queries/estimate-accuracy.ts';
import { ask, makeClerk, makeHall, makeWindow, perform } from '../queue-fixture.ts';
import { closeDays } from './close-days.ts';
import { learnDurationsJob } from './learn-durations.ts';
import { sealCalls } from './seal-calls.ts';

const NINE = new Date('2026-03-03T07:00:00Z');
const after = (minutes: number) => new Date(NINE.getTime() + minutes * 60_000);
const NEXT_DAY = new Date('2026-03-04T01:00:00Z');

let city: CityDatabase;
let clerk: Actor;
let windowId: string;

beforeAll(async () => {
  city = await createTestDatabase();
  await makeHall(city.database);
  windowId = await makeWindow(city.database, { number: 1, sectors: ['registration'] });
  clerk = await makeClerk(city.database, 'administrator');
});
afterAll(() => city.close());

beforeEach(async () => {
  await city.withOwner((owner) =>
    owner.query(
      'truncate queue.tickets, queue.visits, queue.calls, queue.call_seals, queue.seats, queue.learned_durations',
    ),
  );
  await perform(city.database, openWindow, { windowId }, { actor: clerk, now: NINE });
});

const join = (minutes: number) =>
  perform(
    city.database,
    takeTicket,
    { hall: 'main', sector: 'registration' },
    { actor: RESIDENT, now: after(minutes) },
  );
const call = (minutes: number) => perform(city.database, callNext, {}, { actor: clerk, now: after(minutes) });
const begin = (ticketId: string, minutes: number) =>
  perform(city.database, beginService, { ticketId }, { actor: clerk, now: after(minutes) });
const finish = (ticketId: string, minutes: number) =>
  perform(city.database, finishService, { ticketId }, { actor: clerk, now: after(minutes) });
const readLog = () =>
  ask(city.database, callLog, { hall: 'main', day: '2026-03-03' }, { actor: RESIDENT, now: NEXT_DAY });

describe('sealing the calls', () => {
  test('a finished day is sealed once with the head of its chain', async () => {
    await join(0);
    await call(1);
    await sealCalls.run({ database: city.database, now: after(60) });
    expect((await readLog()).sealed).toBeNull();
    await sealCalls.run({ database: city.database, now: NEXT_DAY });
    await sealCalls.run({ database: city.database, now: NEXT_DAY });
    const log = await readLog();
    expect(log.calls).toHaveLength(1);
    expect(log.sealed).toMatchObject({ head: log.head, rowCount: 1 });
  });

  test('a row changed behind the application’s back breaks the seal', async () => {
    await join(0);
    await call(1);
    await sealCalls.run({ database: city.database, now: NEXT_DAY });
    await city.withOwner((owner) => owner.query(`update queue.calls set reason = 'privileged'`));
    const log = await readLog();
    expect(log.sealed?.head).not.toBe(log.head);
  });
});

describe('the end of a day', () => {
  test('ends what was left: never called is no no-show, and a service ends received', async () => {
    const first = await join(0);
    await join(1);
    await call(2);
    await begin(first.ticketId, 3);
    await closeDays.run({ database: city.database, now: after(60) });
    const { rows: open } = await sql<{ n: number }>`
      select count(*) as n from queue.tickets where ended_at is null`.execute(city.database);
    expect(open[0]?.n).toBe(2);
    await closeDays.run({ database: city.database, now: NEXT_DAY });
    const { rows } = await sql<{ state: string; left_unserved: boolean; no_show: boolean }>`
      select state, left_unserved, no_show from queue.tickets_facts order by number`.execute(city.database);
    expect(rows).toEqual([
      { state: 'served', left_unserved: false, no_show: false },
      { state: 'no-show', left_unserved: true, no_show: false },
    ]);
    const { rows: counts } = await sql<{ received: number; seats: number }>`
      select (select count(*) from queue.visitors_facts) as received, (select count(*) from queue.seats) as seats`.execute(
      city.database,
    );
    expect(counts).toEqual([{ received: 1, seats: 0 }]);
  });
});

describe('learning how long a service takes', () => {
  test('twenty services teach; the estimate of the next ticket follows them and is measured', async () => {
    for (let index = 0; index < 20; index++) {
      const { ticketId } = await join(index * 10);
      await call(index * 10);
      await begin(ticketId, index * 10);
      await finish(ticketId, index * 10 + 4);
    }
    await learnDurationsJob.run({ database: city.database, now: after(240) });
    const { ticketId } = await join(241);
    const { rows } = await sql<{ expected_seconds: number }>`
      select expected_seconds from queue.tickets where id = ${ticketId}`.execute(city.database);
    expect(rows[0]?.expected_seconds).toBe(240);
    const accuracy = await ask(
      city.database,
      estimateAccuracy,
      { hall: 'main', from: '2026-03-03', to: '2026-03-03' },
      { actor: RESIDENT, now: after(300) },
    );
    expect(accuracy).toMatchObject({ estimated: 20, cameTrue: 20, share: 100 });
  });
});
