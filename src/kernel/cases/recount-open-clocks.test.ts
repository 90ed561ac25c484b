import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Transaction } from '../database/database.ts';
import { forgetCalendar } from '../calendar/load-calendar.ts';
import type { CityDatabase } from '../database/open-database.ts';
import { workOn } from '../jobs/task.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { advanceCase, getCase, openCase, pauseClock, readTimeline } from './index.ts';
import { type Club, makeClub, makeDeed, makeMembership, MEMBERSHIP } from './make-membership.ts';
import { recountOpenClocks, recountOpenClocksLater, recountQueue } from './recount-open-clocks.ts';

let city: CityDatabase;
let club: Club;
const now = new Date('2027-03-05T09:00:00Z');
const REASON = 'у місті день жалоби';

beforeAll(async () => {
  city = await createTestDatabase();
  club = await makeClub(city.database);
});
afterAll(() => city.close());
beforeEach(async () => {
  await sql`delete from kernel.calendar_overrides`.execute(city.database);
  forgetCalendar();
});

const inTx = (work: (tx: Transaction) => Promise<void>) => city.database.transaction().execute(work);

/** Thirty days from Monday 1 March end on Wednesday 31 March. */
const open = (at = '2027-03-01T08:00:00Z') =>
  city.database.transaction().execute((tx) => openCase(makeDeed(tx, at), makeMembership(club)));

const dayOff = (date: string) =>
  sql`insert into kernel.calendar_overrides values (${date}, false, ${REASON})`.execute(city.database);

const recount = (limit = 1000) =>
  city.database
    .transaction()
    .execute((tx) => recountOpenClocks(tx, { reason: REASON, after: null, now, limit }));

const timelineOf = (id: string) => city.database.transaction().execute((tx) => readTimeline(tx, id));
const dueOf = async (id: string) =>
  (await city.database.transaction().execute((tx) => getCase(tx, id))).dueOn;

test('a day off on the last day moves the date, and the timeline says why', async () => {
  const { id, dueOn } = await open();
  expect(dueOn).toBe('2027-03-31');
  await dayOff('2027-03-31');
  await recount();
  expect(await dueOf(id)).toBe('2027-04-01');
  const last = (await timelineOf(id)).at(-1);
  expect(last).toMatchObject({
    type: 'term-recounted',
    stateAfter: 'asked',
    holder: { kind: 'body', unitId: club.unitId },
    actorId: null,
    data: { reason: REASON, dueBefore: '2027-03-31', dueOn: '2027-04-01' },
  });
  const steps = await sql<{ steps: string }>`
    select steps::text from kernel.case_clocks where case_id = ${id}`.execute(city.database);
  expect(steps.rows[0]?.steps).toContain(REASON);
});

test('a second recount changes nothing and tells nothing', async () => {
  const { id } = await open();
  await dayOff('2027-03-31');
  await recount();
  await recount();
  expect((await timelineOf(id)).map(({ type }) => type)).toEqual(['registered', 'term-recounted']);
});

test('standing clocks and closed cases stay', async () => {
  const standing = await open();
  const closed = await open();
  await city.database.transaction().execute(async (tx) => {
    const pause = { reason: 'clock:pauses.withoutMotion', article: 'ст. 43' };
    await pauseClock(makeDeed(tx, '2027-03-02T08:00:00Z'), MEMBERSHIP, standing.id, pause, {
      event: 'injured',
    });
    await advanceCase(makeDeed(tx, '2027-03-02T08:00:00Z'), MEMBERSHIP, closed.id, {
      event: 'declined',
      to: 'declined',
    });
  });
  await dayOff('2027-03-31');
  await recount();
  expect(await dueOf(standing.id)).toBeNull();
  expect(await dueOf(closed.id)).toBe('2027-03-31');
  expect(await timelineOf(closed.id)).toHaveLength(2);
});

test('an event later than the recount’s own moment keeps the order of the timeline', async () => {
  const { id } = await open('2027-03-08T08:00:00Z');
  await dayOff('2027-04-07');
  await recount();
  const events = await timelineOf(id);
  expect(events.at(-1)?.type).toBe('term-recounted');
  expect(events.at(-1)?.occurredAt).toEqual(events.at(0)?.occurredAt);
});

test('the job goes through all open cases in batches, from one deed, not before the pause', async () => {
  const cases = await Promise.all(Array.from({ length: 450 }, () => open()));
  await dayOff('2027-03-31');
  await inTx((tx) => recountOpenClocksLater({ tx, recordedAt: now }, REASON));
  const job = workOn(recountQueue);
  await job.run({ database: city.database, now });
  expect(await dueOf(cases[0]?.id ?? '')).toBe('2027-03-31');
  await job.run({ database: city.database, now: new Date(now.getTime() + 5_000) });
  const left = await sql<{ count: number }>`
    select count(*)::int as count from kernel.cases where is_open and due_on = '2027-03-31'`.execute(
    city.database,
  );
  expect(left.rows[0]?.count).toBe(0);
  const tasks = await sql`select from kernel.tasks`.execute(city.database);
  expect(tasks.rows).toHaveLength(0);
});
