import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Transaction } from '../database/database.ts';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import type { CaseChange } from './advance-case.ts';
import { foldTimeline } from './case-state.ts';
import { advanceCase, explainTerm, getCase, openCase, readTimeline } from './index.ts';
import { type Club, makeClub, makeDeed, makeMembership, MEMBERSHIP } from './make-membership.ts';

let city: CityDatabase;
let club: Club;

beforeAll(async () => {
  city = await createTestDatabase();
  club = await makeClub(city.database);
});
afterAll(() => city.close());

function transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return city.database.transaction().execute(work);
}

const HOUR_MS = 3_600_000;
const OPENED_AT = '2020-03-02T08:00:00Z';

interface Step {
  readonly hours: number;
  readonly choice: number;
  readonly who: 0 | 1 | 2;
  readonly clock: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  hours: fc.integer({ min: 0, max: 400 }),
  choice: fc.nat({ max: 5 }),
  who: fc.constantFrom(0, 1, 2),
  clock: fc.boolean(),
});

/** A lawful next change: the next state of the kind, sometimes a hand-over, a pause where it may be. */
function lawfulChange(from: string, clockState: string, { choice, who, clock }: Step): CaseChange {
  const next = [undefined, ...(MEMBERSHIP.transitions[from] ?? [])];
  const to = next[choice % next.length];
  const pausing = { type: 'pause', reason: 'травма', article: 'статут, п. 4' } as const;
  return {
    event: 'stepped',
    ...(to === undefined ? {} : { to }),
    ...(who === 1 ? { executorId: club.trainerId, unitId: club.otherUnitId } : {}),
    ...(who === 2 ? { executorId: null, holder: { kind: 'applicant', unitId: null } } : {}),
    ...(clock && clockState === 'running' ? { clock: pausing } : {}),
    ...(clock && clockState === 'paused' ? { clock: { type: 'resume' } } : {}),
  };
}

test('after any lawful walk the stored columns equal the fold of the timeline', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      await transact(async (tx) => {
        const { id } = await openCase(makeDeed(tx, OPENED_AT), makeMembership(club));
        let at = new Date(OPENED_AT).getTime();
        for (const each of steps) {
          at += each.hours * HOUR_MS;
          const deed = makeDeed(tx, new Date(at));
          await advanceCase(deed, MEMBERSHIP, id, (found) =>
            lawfulChange(found.state, found.clockState, each),
          );
        }
        const timeline = await readTimeline(tx, id);
        const { state, isOpen, executorId, unitId, outcome, clockState, holderKind, holderUnitId } =
          await getCase(tx, id);
        expect(foldTimeline(MEMBERSHIP, timeline)).toEqual({
          state,
          isOpen,
          executorId,
          unitId,
          outcome,
          clock: clockState,
          holder: { kind: holderKind, unitId: holderUnitId },
        });
        expect(timeline.map(({ seq }) => seq)).toEqual(timeline.map((_, index) => index + 1));
      });
    }),
    { numRuns: 60 },
  );
});

test('a case has one executor at a time, and its executors stay on record', async () => {
  await transact(async (tx) => {
    const { id } = await openCase(
      makeDeed(tx, OPENED_AT),
      makeMembership(club, { executorId: club.trainerId }),
    );
    const give = (executorId: string | null, at: string) =>
      advanceCase(makeDeed(tx, at), MEMBERSHIP, id, { event: 'given', executorId });
    await give(club.otherTrainerId, '2020-03-03T08:00:00Z');
    await give(club.trainerId, '2020-03-03T08:00:00Z');
    await give(null, '2020-03-04T08:00:00Z');
    await give(club.trainerId, '2020-03-05T08:00:00Z');
    const { rows } = await sql`
      select staff_id, to_at is null as now from kernel.case_executors
      where case_id = ${id} order by from_at, to_at`.execute(tx);
    expect(rows).toEqual([
      { staff_id: club.trainerId, now: false },
      { staff_id: club.otherTrainerId, now: false },
      { staff_id: club.trainerId, now: false },
      { staff_id: club.trainerId, now: true },
    ]);
  });
});

test('what the kind or the order of time forbids is refused, and nothing is written', async () => {
  const { id } = await transact((tx) => openCase(makeDeed(tx, OPENED_AT), makeMembership(club)));
  const attempt = (change: CaseChange, at: string, recordedAt = at) =>
    transact((tx) =>
      advanceCase(
        makeDeed(tx, at, { imported: true, recordedAt: new Date(recordedAt) }),
        MEMBERSHIP,
        id,
        change,
      ),
    );
  const later = '2020-03-03T08:00:00Z';
  const refusals: readonly [() => Promise<unknown>, string][] = [
    [() => attempt({ event: 'x', to: 'member' }, later), 'cases:refusals.cannotMove'],
    [() => attempt({ event: 'x' }, '2020-03-02T07:59:59Z', later), 'cases:refusals.beforeLastEvent'],
    [() => attempt({ event: 'x' }, later, OPENED_AT), 'cases:refusals.inFuture'],
    [() => attempt({ event: 'x', clock: { type: 'resume' } }, later), 'cases:refusals.clockNotPaused'],
    [() => attempt({ event: 'x', unitId: id }, later), 'cases:refusals.noSuchUnit'],
  ];
  for (const [refused, key] of refusals) await expect(refused()).rejects.toMatchObject({ key });
  expect(await transact((tx) => readTimeline(tx, id))).toHaveLength(1);
  const other = { ...MEMBERSHIP, name: 'tennis-club.tournament' };
  const wrongKind = transact((tx) => advanceCase(makeDeed(tx, later), other, id, { event: 'x' }));
  await expect(wrongKind).rejects.toMatchObject({ key: 'cases:refusals.noSuchCase', status: 404 });
});

test('a live deed that waited for the lock is written after the one it waited for', async () => {
  await transact(async (tx) => {
    const { id } = await openCase(makeDeed(tx, OPENED_AT), makeMembership(club));
    const slow = new Date(new Date(OPENED_AT).getTime() - 40);
    await advanceCase(makeDeed(tx, slow, { recordedAt: new Date(OPENED_AT) }), MEMBERSHIP, id, {
      event: 'noted',
    });
    const times = (await readTimeline(tx, id)).map(({ occurredAt }) => occurredAt.toISOString());
    expect(times).toEqual(['2020-03-02T08:00:00.000Z', '2020-03-02T08:00:00.000Z']);
  });
});

test('eight who move one case at once: one does, the others are told that it is done', async () => {
  const { id } = await transact((tx) => openCase(makeDeed(tx, OPENED_AT), makeMembership(club)));
  const deeds = Array.from({ length: 8 }, () =>
    transact((tx) =>
      advanceCase(makeDeed(tx, '2020-03-03T08:00:00Z'), MEMBERSHIP, id, { event: 'tried', to: 'trial' }),
    ),
  );
  const ends = await Promise.allSettled(deeds);
  expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1);
  const timeline = await transact((tx) => readTimeline(tx, id));
  expect(timeline.map(({ seq }) => seq)).toEqual([1, 2]);
});

test('two who note something on one case at once follow one another', async () => {
  const { id } = await transact((tx) => openCase(makeDeed(tx, OPENED_AT), makeMembership(club)));
  const note = () =>
    transact((tx) => advanceCase(makeDeed(tx, '2020-03-03T08:00:00Z'), MEMBERSHIP, id, { event: 'noted' }));
  await Promise.all(Array.from({ length: 8 }, note));
  const timeline = await transact((tx) => readTimeline(tx, id));
  expect(timeline.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('the application can add to a timeline, never change or cut it', async () => {
  await transact((tx) => openCase(makeDeed(tx, OPENED_AT), makeMembership(club)));
  for (const forbidden of [
    sql`update kernel.case_events set type = 'other'`,
    sql`delete from kernel.case_events`,
    sql`truncate kernel.case_events`,
  ]) {
    await expect(forbidden.execute(city.database)).rejects.toMatchObject({ code: '42501' });
  }
});

test('a term extended beyond its law, or none at all', async () => {
  await transact(async (tx) => {
    const { id } = await openCase(makeDeed(tx, '2026-03-02T08:00:00Z'), makeMembership(club));
    const extended = await advanceCase(makeDeed(tx, '2026-03-10T08:00:00Z'), MEMBERSHIP, id, {
      event: 'extended',
      clock: { type: 'extend', days: 7, article: 'ст. 34' },
    });
    expect(extended.dueOn).toBe('2026-04-08');
    const [clock] = await explainTerm(tx, id);
    expect(clock).toMatchObject({
      name: 'main',
      dueOn: '2026-04-08',
      startedOn: '2026-03-02',
      stoppedOn: null,
    });
    expect(clock?.steps).toEqual(extended.steps);
    const timeless = await openCase(makeDeed(tx, OPENED_AT), makeMembership(club, { term: null }));
    expect(timeless).toMatchObject({ dueOn: null, steps: [] });
    const paused = advanceCase(makeDeed(tx, OPENED_AT), MEMBERSHIP, timeless.id, {
      event: 'x',
      clock: { type: 'stop' },
    });
    await expect(paused).rejects.toMatchObject({ key: 'cases:refusals.noClock' });
  });
});

test('a term shortened to a nearer day, never to a later or a past one, and then extended anew', async () => {
  await transact(async (tx) => {
    const { id } = await openCase(makeDeed(tx, '2026-03-02T08:00:00Z'), makeMembership(club));
    const change = (type: 'shorten' | 'extend', days: number) =>
      advanceCase(makeDeed(tx, '2026-03-10T08:00:00Z'), MEMBERSHIP, id, {
        event: type,
        clock: { type, days, article: 'ст. 20' },
      });
    expect((await change('extend', 7)).dueOn).toBe('2026-04-08');
    for (const days of [7, 60]) {
      await expect(change('shorten', days)).rejects.toMatchObject({ key: 'cases:refusals.notShorter' });
    }
    const shorter = await change('shorten', 10);
    expect(shorter.dueOn).toBe('2026-03-12');
    const [clock] = await explainTerm(tx, id);
    expect(clock).toMatchObject({
      dueOn: '2026-03-12',
      rule: { value: 10, unit: 'calendar-days' },
      extensions: [],
    });
    expect(clock?.steps).toEqual(shorter.steps);
    expect((await change('extend', 5)).dueOn).toBe('2026-03-17');
  });
});

test('an id or a part that is taken, a parent that is not there: refused in words', async () => {
  const parent = await transact((tx) => openCase(makeDeed(tx, OPENED_AT), makeMembership(club)));
  const open = (more: Parameters<typeof makeMembership>[1]) =>
    transact((tx) => openCase(makeDeed(tx, OPENED_AT), makeMembership(club, more)));
  await expect(open({ id: parent.id })).rejects.toMatchObject({ key: 'cases:refusals.idTaken' });
  await open({ partOf: { caseId: parent.id, no: 1 } });
  const twice = open({ partOf: { caseId: parent.id, no: 1 } });
  await expect(twice).rejects.toMatchObject({ key: 'cases:refusals.partTaken' });
  const orphan = open({ partOf: { caseId: club.unitId, no: 1 } });
  await expect(orphan).rejects.toMatchObject({ key: 'cases:refusals.noSuchCase' });
  const next = await open({});
  expect(next.seq).toBe(parent.seq + 2);
});
