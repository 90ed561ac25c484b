import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from '../database/database.ts';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import {
  advanceCase,
  assignQuestion,
  beginControl,
  endControl,
  excludeFromCase,
  explainTerm,
  findLinks,
  linkCases,
  listCases,
  openCase,
  readControls,
  readExecutors,
  readQuestions,
  replaceQuestions,
  requireAllAnswered,
  unlinkCases,
  writeOutcomes,
} from './index.ts';
import { type Club, makeClub, makeDeed, makeMembership, MEMBERSHIP } from './make-membership.ts';
import type { NewCase } from './new-case.ts';

/** What cases of any kind may have beside their term: here a tennis club's, tomorrow a petition's. */
let city: CityDatabase;
let club: Club;
const AT = '2026-03-02T08:00:00Z';

beforeAll(async () => {
  city = await createTestDatabase({ poolSize: 8 });
  club = await makeClub(city.database);
});
afterAll(() => city.close());

function transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return city.database.transaction().execute(work);
}

const open = (more: Partial<NewCase> = {}) =>
  transact((tx) => openCase(makeDeed(tx, AT), makeMembership(club, more)));
const advance = (id: string, change: Parameters<typeof advanceCase>[3], at = AT) =>
  transact((tx) => advanceCase(makeDeed(tx, at), MEMBERSHIP, id, change));

describe('questions', () => {
  test('several in one case: the case closes when each has an outcome', async () => {
    const { id } = await open({
      questions: [{ topic: 'court' }, { topic: 'coach', text: 'Хто мій тренер?' }],
    });
    const questions = await transact((tx) => readQuestions(tx, id));
    expect(questions.map(({ no, topic, text }) => ({ no, topic, text }))).toEqual([
      { no: 1, topic: 'court', text: '' },
      { no: 2, topic: 'coach', text: 'Хто мій тренер?' },
    ]);
    expect(() => requireAllAnswered(questions, [{ no: 2 }])).toThrow('questionsOpen');
    expect(() => requireAllAnswered(questions, [{ no: 3 }])).toThrow('noSuchQuestion');
    await advance(id, {
      event: 'answered',
      beside: [
        writeOutcomes(id, [{ no: 1, outcome: 'granted' }], new Date(AT)),
        endControl(id, { by: null, at: new Date(AT), reason: '-' }),
      ],
    });
    const after = await transact((tx) => readQuestions(tx, id));
    expect(() => requireAllAnswered(after, [{ no: 2 }])).not.toThrow();
  });

  test('each goes to its own executor, who finds the case among theirs', async () => {
    const { id } = await open({ questions: [{ topic: 'court' }] });
    await transact(async (tx) => {
      await assignQuestion(makeDeed(tx, AT), id, 1, { unitId: club.unitId, executorId: club.otherTrainerId });
      const { cases } = await listCases(tx, { workerId: club.otherTrainerId }, { limit: 50 });
      expect(cases.map((line) => line.id)).toEqual([id]);
      await replaceQuestions(makeDeed(tx, AT), id, [{ topic: 'shower' }, { topic: 'light' }]);
      expect((await readQuestions(tx, id)).map(({ topic }) => topic)).toEqual(['shower', 'light']);
    });
  });
});

describe('executors', () => {
  test('one executes, others help until they are released', async () => {
    const { id } = await open();
    await advance(id, {
      event: 'assigned',
      executorId: club.trainerId,
      coExecutors: { add: [club.otherTrainerId] },
    });
    await advance(id, { event: 'assigned', coExecutors: { add: [club.otherTrainerId] } });
    const roles = await transact((tx) => readExecutors(tx, id));
    expect(roles.map(({ name, role }) => [name, role])).toEqual([
      ['ann', 'executor'],
      ['bob', 'co-executor'],
    ]);
    await advance(id, { event: 'released', coExecutors: { remove: [club.otherTrainerId] } });
    expect(await transact((tx) => readExecutors(tx, id))).toHaveLength(1);
  });

  test('nobody gets a complaint of themself, by whatever way', async () => {
    const { id } = await open({ unitId: null, questions: [{ topic: 'coach' }] });
    await transact((tx) => excludeFromCase(makeDeed(tx, AT), id, { staffIds: [club.trainerId] }));
    const refused = { key: 'cases:refusals.complainedOf' };
    await expect(advance(id, { event: 'x', executorId: club.trainerId })).rejects.toMatchObject(refused);
    await expect(advance(id, { event: 'x', coExecutors: { add: [club.trainerId] } })).rejects.toMatchObject(
      refused,
    );
    await expect(
      transact((tx) => assignQuestion(makeDeed(tx, AT), id, 1, { unitId: null, executorId: club.trainerId })),
    ).rejects.toMatchObject(refused);
    await advance(id, { event: 'x', executorId: club.otherTrainerId });
  });

  test('a body complained of gets it neither itself nor by its people; who holds it is not named', async () => {
    const { id } = await open({ unitId: null });
    await transact((tx) => excludeFromCase(makeDeed(tx, AT), id, { unitIds: [club.unitId] }));
    const refused = { key: 'cases:refusals.complainedOf' };
    await expect(advance(id, { event: 'x', unitId: club.unitId })).rejects.toMatchObject(refused);
    await expect(advance(id, { event: 'x', executorId: club.otherTrainerId })).rejects.toMatchObject(refused);
    const held = await open();
    const naming = transact((tx) => excludeFromCase(makeDeed(tx, AT), held.id, { unitIds: [club.unitId] }));
    await expect(naming).rejects.toMatchObject({ key: 'cases:refusals.complainedOfHolds' });
  });
});

describe('links', () => {
  const twins = (caseId: string, otherId: string) =>
    transact((tx) => linkCases(makeDeed(tx, AT), { caseId, otherId, kind: 'twin' }));

  test('one master with its twins, never a chain, however many link at once', async () => {
    const [a, b, c] = [await open(), await open(), await open()];
    const tries = await Promise.allSettled([twins(a.id, b.id), twins(b.id, a.id), twins(b.id, c.id)]);
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const links = await transact((tx) => findLinks(tx, b.id));
    const chains = links.some(({ outgoing }) => outgoing) && links.some(({ outgoing }) => !outgoing);
    expect(chains).toBe(false);
  });

  test('a link is undone, and a repeat told once', async () => {
    const [a, b] = [await open(), await open()];
    await twins(a.id, b.id);
    await twins(a.id, b.id);
    await expect(twins(a.id, a.id)).rejects.toMatchObject({ key: 'cases:refusals.linkToItself' });
    const other = await open();
    await expect(twins(a.id, other.id)).rejects.toMatchObject({ key: 'cases:refusals.otherMaster' });
    expect(await transact((tx) => findLinks(tx, b.id))).toMatchObject([
      { outgoing: false, number: a.number },
    ]);
    const undo = () =>
      transact((tx) => unlinkCases(makeDeed(tx, AT), { caseId: a.id, otherId: b.id, kind: 'twin' }));
    expect([await undo(), await undo()]).toEqual([true, false]);
  });
});

describe('clocks beside the main one', () => {
  const FORWARD = { code: 'club-forward', value: 5, unit: 'calendar-days', article: 'статут, п. 5' } as const;

  test('begin with the case or later, stop each by its name, and all when the case closes', async () => {
    const { id, dueOn } = await open({ startedOn: '2026-03-03', otherTerms: { forward: FORWARD } });
    expect(dueOn).toBe('2026-04-02');
    await advance(id, {
      event: 'accepted',
      clock: [{ type: 'stop', name: 'forward' }],
      startTerms: { deputy: { ...FORWARD, code: 'club-deputy', value: 10 } },
    });
    const clocks = await transact((tx) => explainTerm(tx, id));
    expect(clocks.map(({ name, dueOn: due, stoppedOn }) => [name, due, stoppedOn])).toEqual([
      ['main', '2026-04-02', null],
      ['deputy', '2026-03-12', null],
      ['forward', '2026-03-09', '2026-03-02'],
    ]);
    await advance(id, { event: 'declined', to: 'declined' });
    const closed = await transact((tx) => explainTerm(tx, id));
    expect(closed.every(({ stoppedOn }) => stoppedOn !== null)).toBe(true);
  });

  test('a term is extended before it ends, no further than the law, and not after', async () => {
    const rule = {
      code: 'club-month',
      value: 1,
      unit: 'months',
      article: 'статут, п. 6',
      extension: { max: 45, unit: 'calendar-days' },
    } as const;
    const { id, dueOn } = await open({ term: rule });
    expect(dueOn).toBe('2026-04-02');
    const extend = (days: number, at: string) =>
      advance(
        id,
        { event: 'extended', clock: { type: 'extend', days, article: 'п. 6', reason: 'експертиза' } },
        at,
      );
    const late = extend(5, '2026-04-03T08:00:00Z');
    await expect(late).rejects.toMatchObject({ key: 'cases:refusals.extendTooLate' });
    expect((await extend(30, '2026-04-02T08:00:00Z')).dueOn).toBe('2026-04-16');
    await expect(extend(1, '2026-04-10T08:00:00Z')).rejects.toMatchObject({
      key: 'cases:refusals.longestTerm',
    });
  });
});

test('control begins once and ends with a reason', async () => {
  const { id } = await open();
  const begin = beginControl(id, club.trainerId, new Date(AT));
  await advance(id, { event: 'controlled', beside: begin });
  await advance(id, { event: 'controlled', beside: beginControl(id, club.otherTrainerId, new Date(AT)) });
  await advance(id, {
    event: 'released',
    beside: endControl(id, { by: club.trainerId, at: new Date(AT), reason: 'виконано' }),
  });
  const controls = await transact((tx) => readControls(tx, id));
  expect(controls).toMatchObject([{ no: 1, controllerName: 'ann', reason: 'виконано' }]);
});
