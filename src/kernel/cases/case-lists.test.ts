import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Transaction } from '../database/database.ts';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { STANDINGS } from './control-of-terms.ts';
import type { CaseFilter, OpenedCase, TermMark } from './index.ts';
import {
  advanceCase,
  controlOfTerms,
  findTrackedCase,
  getCase,
  listCases,
  openCase,
  pauseClock,
  readHolderDays,
  TERM_MARKS,
  termCondition,
} from './index.ts';
import { type Club, makeClub, makeDeed, makeMembership, MEMBERSHIP } from './make-membership.ts';
import { eraseApplicant } from './erase-applicant.ts';
import { searchCases } from './search-cases.ts';

let city: CityDatabase;
let club: Club;
let opened: readonly OpenedCase[];

/** Twelve cases on twelve days; the third paused, the last three closed. */
beforeAll(async () => {
  city = await createTestDatabase();
  club = await makeClub(city.database);
  opened = await transact(async (tx) => {
    const cases: OpenedCase[] = [];
    for (let day = 1; day <= 12; day++) cases.push(await openCase(makeDeed(tx, on(day)), membershipOf(day)));
    const third = cases[2]?.id ?? '';
    const pause = { reason: 'травма', article: 'п. 4' };
    await pauseClock(makeDeed(tx, on(13)), MEMBERSHIP, third, pause, {
      event: 'injured',
      holder: { kind: 'applicant', unitId: null },
    });
    for (const { id } of cases.slice(9)) {
      await advanceCase(makeDeed(tx, on(14)), MEMBERSHIP, id, { event: 'declined', to: 'declined' });
    }
    return cases;
  });
});
afterAll(() => city.close());

function transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return city.database.transaction().execute(work);
}

function on(day: number): string {
  return `2020-06-${`${day}`.padStart(2, '0')}T09:00:00Z`;
}

function membershipOf(day: number) {
  return makeMembership(club, {
    unitId: day % 2 === 0 ? club.unitId : club.otherUnitId,
    title: day === 5 ? 'Ґрунтовий корт, допомога' : 'Вступ до клубу',
    ...(day === 7 ? { applicant: { kind: 'person', name: 'Степан Об’їждчик', code: '3184710691' } } : {}),
  });
}

async function numbersOf(filter: CaseFilter, limit = 100): Promise<readonly number[]> {
  const found: number[] = [];
  let after: string | undefined;
  do {
    const page = await transact((tx) => listCases(tx, filter, { after, limit }));
    expect(page.cases.length).toBeLessThanOrEqual(limit);
    found.push(...page.cases.map(({ number }) => Number(number.slice(-6))));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

test.each([1, 3, 9, 100])('pages of %i follow one another without a gap or a repeat', async (limit) => {
  expect(await numbersOf({ open: true }, limit)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  // By the last day; the clock that stands comes last. 5, 6 and 7 June end on Monday 6 July alike.
  const byDue = await numbersOf({ open: true, order: 'due' }, limit);
  expect(byDue).toHaveLength(9);
  expect(byDue.at(-1)).toBe(3);
  expect(byDue.slice(0, 2)).toEqual([1, 2]);
  expect(await numbersOf({ words: 'клуб' }, limit)).toEqual([12, 11, 10, 9, 8, 7, 6, 4, 3, 2, 1]);
});

test('filters narrow the list', async () => {
  expect(await numbersOf({ open: false })).toEqual([12, 11, 10]);
  expect(await numbersOf({ open: true, unitId: club.unitId })).toEqual([8, 6, 4, 2]);
  expect(await numbersOf({ states: ['declined'], unitId: club.otherUnitId })).toEqual([11]);
  expect(await numbersOf({ executorId: club.trainerId })).toEqual([]);
  expect(await numbersOf({ executorId: null, open: false })).toEqual([12, 11, 10]);
  expect(await numbersOf({ applicantCode: '3184710691' })).toEqual([7]);
  expect(await numbersOf({ clockState: 'paused' })).toEqual([3]);
  expect(await numbersOf({ kind: 'other.kind' })).toEqual([]);
  expect(await numbersOf({ open: true, dueBy: '2020-07-02' })).toEqual([2, 1]);
});

test.each([
  ['грунтового', [5]],
  ['обїждчика степана', [7]],
  ['3184710691', [7]],
  ['тк-2020-000004', [4]],
  ['TK-2020-000004', [4]],
  ['тк 2020 4', [4]],
  ['Степан допомога', []],
  ['???', []],
])('«%s» finds %j', async (words, expected) => {
  expect(await numbersOf({ words })).toEqual(expected);
});

test.each([1, 4, 12, 100])(
  'words are found alike when only the newest %i are looked through first',
  async (lookThrough) => {
    for (const [query, found] of [
      ['вступ:*', 11],
      ['грунт:*', 1],
      ['степан:*', 1],
      ['немає:*', 0],
    ] as const) {
      const lines = await transact((tx) => searchCases(tx, query, sql`c.year = 2020`, 100, lookThrough));
      expect(lines).toHaveLength(found);
      expect(lines.every((line) => !('looked' in line))).toBe(true);
      const times = lines.map(({ registeredAt }) => registeredAt.getTime());
      expect(times).toEqual(times.toSorted((a, b) => b - a));
    }
  },
);

test('a list masks the applicant’s code', async () => {
  const { cases } = await transact((tx) => listCases(tx, { words: 'Степан' }, { limit: 1 }));
  expect(cases).toMatchObject([{ applicantName: 'Степан Об’їждчик', applicantCode: '31******91' }]);
});

test('a case is tracked by number and code, and by nothing less', async () => {
  const [first, second] = opened;
  const track = (number = '', code = '') => transact((tx) => findTrackedCase(tx, number, code));
  const tracked = await track(first?.number.toLowerCase(), first?.trackingCode.toLowerCase());
  expect(tracked).toMatchObject({ id: first?.id, number: first?.number, state: 'asked' });
  expect(JSON.stringify(tracked)).not.toMatch(/Гнатюк|1759013776|trackingHash/);
  expect(await track(first?.number, second?.trackingCode)).toBeNull();
  expect(await track('ТК-2020-999999', first?.trackingCode)).toBeNull();
  expect(await track(first?.number)).toBeNull();
});

test('control of terms counts by body and kind, and tells whose days made a case late', async () => {
  // 2 July: the term of 1 June ended on 1 July; that of 2 June ends today.
  const now = new Date('2020-07-02T09:00:00Z');
  const control = (...where: RawBuilder<unknown>[]) =>
    transact((tx) => controlOfTerms(tx, { today: '2020-07-02', where }));
  const units = await control();
  const of = (unitId: string) => units.find((unit) => unit.unitId === unitId);
  expect(of(club.otherUnitId)).toMatchObject({ kind: MEMBERSHIP.name, open: 5, overdue: 1, standing: 1 });
  expect(of(club.unitId)).toMatchObject({ open: 4, overdue: 0, today: 1 });
  expect(await control(sql`c.unit_id = ${club.unitId}`)).toHaveLength(1);
  const late = opened[0]?.id ?? '';
  const days = await transact((tx) => readHolderDays(tx, [late], now));
  expect(days.get(late)).toEqual([{ holderKind: 'body', unitId: club.unitId, days: 31 }]);
});

test('every open case stands in one place of the control, and a number equals its rows', async () => {
  for (const today of ['2020-06-15', '2020-07-02', '2020-07-20']) {
    const units = await transact((tx) => controlOfTerms(tx, { today }));
    const total = (mark: 'open' | TermMark) => units.reduce((sum, unit) => sum + unit[mark], 0);
    expect(STANDINGS.reduce((sum, mark) => sum + total(mark), 0)).toBe(total('open'));
    for (const mark of TERM_MARKS) {
      expect(await numbersOf({ open: true, more: [termCondition(mark, today)] })).toHaveLength(total(mark));
    }
  }
});

test('an erased person is found no more; the case and its number stay', async () => {
  const id = opened[6]?.id ?? '';
  await transact(async (tx) => {
    const { applicantId } = await getCase(tx, id);
    await eraseApplicant(tx, applicantId ?? '', new Date(on(20)));
    expect((await getCase(tx, id)).applicant).toMatchObject({
      kind: 'person',
      name: null,
      code: null,
      phone: null,
    });
  });
  expect(await numbersOf({ words: 'Степан' })).toEqual([]);
  expect(await numbersOf({ applicantCode: '3184710691' })).toEqual([]);
  expect(await numbersOf({ words: 'вступ 000007' })).toEqual([7]);
});
