import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RESIDENT } from '../../kernel/actions/actor.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import { keepAccount } from '../../kernel/identity/account-store.ts';
import { foldTimeline } from '../../kernel/cases/case-state.ts';
import { readLedger, readTimeline } from '../../kernel/cases/index.ts';
import { getApplication } from '../applications/queries/get-application.ts';
import { leaveWithoutMotion } from '../applications/actions/leave-without-motion.ts';
import { takeApplication } from '../applications/index.ts';
import { fileComplex } from './actions/file-complex.ts';
import { COMPLEX_SERVICE } from './complex-case.ts';
import { BIRTH, type ComplexCity, makeComplexCity, OKSANA } from './complex-fixture.ts';
import { tellApplicants } from './jobs/tell-applicants.ts';
import { listComplex } from './queries/list-complex.ts';

/** What the services of the grants ask beside the plan. */
const PAYMENT = {
  'child-number': 'third',
  'lives-together': true,
  payment: 'post',
  'payment-address': 'м. Кропивницький, вул. Полтавська, 7',
  children: 3,
  'older-student': false,
};
const AT = '2026-03-02T08:00:00Z';
let house: ComplexCity;

beforeAll(async () => {
  house = await makeComplexCity(AT);
});
afterAll(() => house.city.connections.close());

describe('filing', () => {
  test('sends what may start, keeps what waits, promises the latest of all dates', async () => {
    const filed = await house.file([1, 2, 9, 10]);
    expect(filed.number).toMatch(/^КП-2026-\d{6}$/);
    expect(filed.parts.map(({ number }) => number !== null)).toEqual([true, false, false, true]);
    const tracked = await house.track(filed);
    expect(tracked.state).toBe('in-progress');
    expect(tracked.parts.map(({ state }) => state)).toEqual(['open', 'waiting', 'waiting', 'open']);
    // Monday: birth by Tuesday, residence by Wednesday, the number three working days later (Saturday is none).
    expect(tracked.parts.map(({ on }) => on)).toEqual([
      '2026-03-03',
      '2026-03-04',
      '2026-03-09',
      '2026-03-12',
    ]);
    expect(tracked.promise).toMatchObject({ on: '2026-03-12', because: [{ uk: 'Пакунок малюка' }] });
    expect(filed.promisedOn).toBe('2026-03-12');
  });

  test('a part reads only the answers it needs, under their questions', async () => {
    const filed = await house.file([1, 10]);
    const part = await house.ask('specialist-uszn-fortechnyi', getApplication, {
      caseId: await house.caseIdOf(filed, 10),
    });
    expect(part.answers.map(({ name }) => name)).toEqual(['child-born', 'medical-number']);
    expect(part.answers[0]?.label.uk).toBe('Коли народилася дитина');
    expect(part.family).toMatchObject({ number: filed.number, siblings: [], path: null });
    const seen = await house.ask('head', getApplication, { caseId: await house.caseIdOf(filed, 10) });
    expect(seen.family?.siblings.map(({ no }) => no)).toEqual([1]);
    expect(seen.family?.path).toBe(`/desk/complex/${filed.caseId}`);
    const other = house.ask('specialist-dracs', getApplication, { caseId: await house.caseIdOf(filed, 10) });
    await expect(other).rejects.toMatchObject({ status: 403 });
  });

  test('one letter, not one a part', async () => {
    const filed = await house.file([1, 2, 10]);
    const letters = await house.query(
      sql<{ subject: string; about: { id: string } }>`
        select subject, about from kernel.letters where about ->> 'id' = ${filed.caseId}
            or about ->> 'id' in (select id::text from kernel.cases where parent_id = ${filed.caseId})`,
    );
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toContain(filed.number);
  });

  test.each([
    ['a part that is not for this family', { parts: [4], answers: { ...BIRTH, 'large-family': false } }],
    ['a question left open', { answers: { ...BIRTH, 'child-name': '' } }],
    ['a part of another plan', { parts: [1, 17] }],
    ['nobody', { applicant: { kind: 'person' as const, name: 'Без коду' } }],
  ])('refuses %s', async (_, more) => {
    await expect(house.file([1], more)).rejects.toThrow(/schema/);
  });

  test('who did not sign in cannot apply in anybody’s name', async () => {
    const input = { planCode: 'e-maliatko', parts: [1], applicant: OKSANA, answers: BIRTH };
    const deed = performAction(house.city, fileComplex, input, { actor: RESIDENT, key: uuid() });
    await expect(deed).rejects.toMatchObject({ key: 'complex-services:refusals.signInFirst' });
  });

  test('a resident who signed in is the applicant', async () => {
    const { database } = house.city.connections;
    const person = { name: 'Ткач Ірина', code: '1759013776', email: null, phone: null, address: null };
    const accountId = await keepAccount(database, 'demo', { subject: 'iryna', ...person }, new Date(AT));
    const resident = { accountId, provider: 'demo', ...person };
    const input = { planCode: 'e-maliatko', parts: [1], answers: BIRTH };
    const done = fileComplex.output.parse(
      await performAction(house.city, fileComplex, input, { actor: { ...RESIDENT, resident }, key: uuid() }),
    );
    const { applications } = await house.ask('head', listComplex, { words: done.number });
    expect(applications).toMatchObject([{ applicant: 'Ткач Ірина', parts: 1 }]);
    // The whole is tied to the account, its parts are found by it.
    const tied = await house.query(sql<{ id: string }>`select case_id as id from kernel.case_accounts`);
    expect(tied).toEqual([{ id: done.caseId }]);
  });
});

describe('the course', () => {
  test('a granted part starts those that waited; a refusal stops only what needs it', async () => {
    const filed = await house.file([1, 2, 3, 9, 10], { answers: { ...BIRTH, ...PAYMENT } });
    await house.decide(await house.caseIdOf(filed, 1), 'dracs', 'granted');
    await house.follow();
    expect((await house.track(filed)).parts.map(({ state }) => state)).toEqual([
      'granted',
      'open',
      'open',
      'waiting',
      'open',
    ]);
    await house.decide(await house.caseIdOf(filed, 2), 'dnap-residence', 'refused');
    await house.follow();
    const tracked = await house.track(filed);
    expect(tracked.state).toBe('partly-decided');
    expect(tracked.parts.map(({ state }) => state)).toEqual([
      'granted',
      'refused',
      'open',
      'blocked',
      'open',
    ]);
    expect(tracked.parts[1]?.reasons[0]?.text).toMatch(/\S/);
    expect(tracked.parts[3]?.waitsFor).toMatchObject([{ uk: 'Місце проживання дитини' }]);
    await house.decide(await house.caseIdOf(filed, 3), 'uszn-fortechnyi', 'granted');
    await house.decide(await house.caseIdOf(filed, 10), 'uszn-fortechnyi', 'granted');
    await house.follow();
    const ended = await house.track(filed);
    expect(ended).toMatchObject({
      state: 'granted-in-part',
      isOpen: false,
      promise: null,
      endedOn: '2026-03-02',
    });
  });

  test('the timeline folds to the stored state, and every moment has one holder', async () => {
    const filed = await house.file([1, 10]);
    const one = await house.caseIdOf(filed, 1);
    await house.run('specialist-dracs', takeApplication, { caseId: one });
    await house.run('specialist-dracs', leaveWithoutMotion, {
      caseId: one,
      reason: 'Додайте висновок.',
      cureBy: '2026-03-09',
    });
    await house.follow();
    const { promise, parts } = await house.track(filed);
    expect(parts[0]).toMatchObject({ state: 'standing', toMend: { reason: 'Додайте висновок.' } });
    expect(promise?.standing).toBe(true);
    await house.city.connections.database.transaction().execute(async (tx) => {
      const timeline = await readTimeline(tx, filed.caseId);
      expect(foldTimeline(COMPLEX_SERVICE, timeline)).toMatchObject({ state: 'in-progress', isOpen: true });
      expect(timeline.at(-1)?.holder).toEqual({ kind: 'applicant', unitId: null });
      const ledger = await readLedger(tx, filed.caseId, new Date('2026-03-05T08:00:00Z'));
      expect(ledger.map(({ from }) => from).slice(1)).toEqual(ledger.map(({ to }) => to).slice(0, -1));
    });
  });

  test('what changes together is told in one letter', async () => {
    const filed = await house.file([1, 7, 10], { answers: { ...BIRTH, ...PAYMENT } });
    await house.decide(await house.caseIdOf(filed, 1), 'dracs', 'granted');
    await house.follow();
    await house.decide(await house.caseIdOf(filed, 10), 'uszn-fortechnyi', 'refused');
    await house.follow();
    const tell = (now: string) =>
      tellApplicants.run({ database: house.city.connections.database, now: new Date(now) });
    const letters = () =>
      house.query(sql<{ body_text: string }>`
        select body_text from kernel.letters where about ->> 'id' = ${filed.caseId} order by created_at`);
    await tell('2026-03-02T08:01:00Z');
    expect(await letters()).toHaveLength(1);
    await tell('2026-03-02T09:00:00Z');
    await tell('2026-03-02T10:00:00Z');
    const [, news, ...more] = await letters();
    expect(more).toEqual([]);
    expect(news?.body_text).toMatch(/Свідоцтво про народження: надано[\s\S]*Пакунок малюка: відмовлено/);
  });
});
