import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { formatCaseNumber } from './case-number.ts';
import { advanceCase, openCase, pauseClock, readLedger, readTimeline, resumeClock } from './index.ts';
import { type Club, makeClub, makeDeed, makeMembership, MEMBERSHIP } from './make-membership.ts';

let city: CityDatabase;
let club: Club;

beforeAll(async () => {
  city = await createTestDatabase();
  club = await makeClub(city.database);
});
afterAll(() => city.close());

test('opening gives a number, a date with its steps, and a first event', async () => {
  const opened = await city.database
    .transaction()
    .execute((tx) => openCase(makeDeed(tx, '2020-03-02T08:00:00Z'), makeMembership(club)));
  expect(opened.number).toBe(formatCaseNumber('ТК', 2020, opened.seq));
  expect(opened.dueOn).toBe('2020-04-01');
  expect(opened.steps.length).toBeGreaterThan(1);
  const timeline = await city.database.transaction().execute((tx) => readTimeline(tx, opened.id));
  expect(timeline).toMatchObject([
    { seq: 1, type: 'registered', stateAfter: 'asked', holder: { kind: 'body', unitId: club.unitId } },
  ]);
});

test('a pause of ten days moves the date by ten days, and those days are the applicant’s', async () => {
  await city.database.transaction().execute(async (tx) => {
    const opened = await openCase(makeDeed(tx, '2020-03-02T08:00:00Z'), makeMembership(club));
    const { id } = opened;
    await advanceCase(makeDeed(tx, '2020-03-03T08:00:00Z'), MEMBERSHIP, id, {
      event: 'tried',
      to: 'trial',
      executorId: club.trainerId,
    });
    const paused = await pauseClock(
      makeDeed(tx, '2020-03-05T08:00:00Z'),
      MEMBERSHIP,
      id,
      { reason: 'clock:pauses.withoutMotion', article: 'ст. 43' },
      { event: 'injured', to: 'injured', holder: { kind: 'applicant', unitId: null } },
    );
    expect(paused.dueOn).toBeNull();
    const resumed = await resumeClock(makeDeed(tx, '2020-03-15T08:00:00Z'), MEMBERSHIP, id, {
      event: 'healed',
      to: 'trial',
      holder: { kind: 'body', unitId: club.unitId },
    });
    expect(resumed.dueOn).toBe('2020-04-13');
    const done = await advanceCase(makeDeed(tx, '2020-03-20T08:00:00Z'), MEMBERSHIP, id, {
      event: 'accepted',
      to: 'member',
      outcome: 'granted',
    });
    expect(done.isOpen).toBe(false);
    const ledger = await readLedger(tx, id, new Date('2020-12-01T00:00:00Z'));
    expect(ledger.map(({ holderKind, days }) => [holderKind, days])).toEqual([
      ['body', 3],
      ['applicant', 10],
      ['body', 5],
    ]);
    const { rows } = await sql`
      select state, is_open, outcome, clock_state, due_on, executor_id, event_count
      from kernel.cases where id = ${id}`.execute(tx);
    expect(rows).toEqual([
      {
        state: 'member',
        is_open: false,
        outcome: 'granted',
        clock_state: 'stopped',
        due_on: '2020-04-13',
        executor_id: club.trainerId,
        event_count: 5,
      },
    ]);
  });
});
