import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RESIDENT } from '../../kernel/actions/actor.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import { foldTimeline } from '../../kernel/cases/case-state.ts';
import { readLedger, readTimeline } from '../../kernel/cases/index.ts';
import { getApplication } from '../applications/queries/get-application.ts';
import { leaveWithoutMotion } from '../applications/actions/leave-without-motion.ts';
import { takeApplication } from '../applications/index.ts';
import { fileComplex } from './actions/file-complex.ts';
import { importPlans, publishPlan } from './actions/publish-plan.ts';
import { resendPart } from './actions/resend-part.ts';
import { COMPLEX_SERVICE } from './complex-case.ts';
import { BIRTH, type ComplexCity, type Filed, makeComplexCity, OKSANA } from './complex-fixture.ts';
import { followParts } from './follow-parts.ts';
import { tellApplicants } from './jobs/tell-applicants.ts';
import { planSchema } from './plan.ts';
import { getPlanQuery } from './queries/get-plan.ts';
import { listComplex } from './queries/list-complex.ts';
import { trackComplex } from './queries/track-complex.ts';
import { readSeedPlans } from './seed/seed-plans.ts';

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

const partOf = async (filed: Filed, no: number) => {
  const { parts } = await track(filed);
  const found = parts.find((part) => part.no === no);
  if (found === undefined) throw new Error(`no part ${no}`);
  return found;
};
const track = ({ number, trackingCode }: Filed) =>
  house.ask('administrator-01', trackComplex, { number, code: trackingCode });
const caseIdOf = async (filed: Filed, no: number) => (await partOf(filed, no)).caseId ?? '';
const query = async <Row>(text: ReturnType<typeof sql<Row>>) =>
  (await text.execute(house.city.connections.database)).rows;

describe('filing', () => {
  test('sends what may start, keeps what waits, promises the latest of all dates', async () => {
    const filed = await house.file([1, 2, 9, 10]);
    expect(filed.number).toMatch(/^КП-2026-\d{6}$/);
    expect(filed.parts.map(({ number }) => number !== null)).toEqual([true, false, false, true]);
    const tracked = await track(filed);
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
      caseId: await caseIdOf(filed, 10),
    });
    expect(part.answers.map(({ name }) => name)).toEqual(['child-born', 'medical-number']);
    expect(part.answers[0]?.label.uk).toBe('Коли народилася дитина');
    expect(part.family).toMatchObject({ number: filed.number, siblings: [], path: null });
    const seen = await house.ask('head', getApplication, { caseId: await caseIdOf(filed, 10) });
    expect(seen.family?.siblings.map(({ no }) => no)).toEqual([1]);
    expect(seen.family?.path).toBe(`/desk/complex/${filed.caseId}`);
    const other = house.ask('specialist-dracs', getApplication, { caseId: await caseIdOf(filed, 10) });
    await expect(other).rejects.toMatchObject({ status: 403 });
  });

  test('one letter, not one a part', async () => {
    const filed = await house.file([1, 2, 10]);
    const letters = await query(
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
    const resident = {
      accountId: uuid(),
      name: 'Ткач Ірина',
      code: '1759013776',
      email: null,
      phone: null,
      address: null,
      provider: 'demo',
    };
    const input = { planCode: 'e-maliatko', parts: [1], answers: BIRTH };
    const done = fileComplex.output.parse(
      await performAction(house.city, fileComplex, input, { actor: { ...RESIDENT, resident }, key: uuid() }),
    );
    const { applications } = await house.ask('head', listComplex, { words: done.number });
    expect(applications).toMatchObject([{ applicant: 'Ткач Ірина', parts: 1 }]);
  });
});

describe('the course', () => {
  test('a granted part starts those that waited; a refusal stops only what needs it', async () => {
    const filed = await house.file([1, 2, 3, 9, 10], { answers: { ...BIRTH, ...PAYMENT } });
    await house.decide(await caseIdOf(filed, 1), 'dracs', 'granted');
    await house.follow();
    expect((await track(filed)).parts.map(({ state }) => state)).toEqual([
      'granted',
      'open',
      'open',
      'waiting',
      'open',
    ]);
    await house.decide(await caseIdOf(filed, 2), 'dnap-residence', 'refused');
    await house.follow();
    const tracked = await track(filed);
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
    await house.decide(await caseIdOf(filed, 3), 'uszn-fortechnyi', 'granted');
    await house.decide(await caseIdOf(filed, 10), 'uszn-fortechnyi', 'granted');
    await house.follow();
    const ended = await track(filed);
    expect(ended).toMatchObject({
      state: 'granted-in-part',
      isOpen: false,
      promise: null,
      endedOn: '2026-03-02',
    });
  });

  test('the timeline folds to the stored state, and every moment has one holder', async () => {
    const filed = await house.file([1, 10]);
    const one = await caseIdOf(filed, 1);
    await house.run('specialist-dracs', takeApplication, { caseId: one });
    await house.run('specialist-dracs', leaveWithoutMotion, {
      caseId: one,
      reason: 'Додайте висновок.',
      cureBy: '2026-03-09',
    });
    await house.follow();
    const { promise, parts } = await track(filed);
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
    await house.decide(await caseIdOf(filed, 1), 'dracs', 'granted');
    await house.follow();
    await house.decide(await caseIdOf(filed, 10), 'uszn-fortechnyi', 'refused');
    await house.follow();
    const tell = (now: string) =>
      tellApplicants.run({ database: house.city.connections.database, now: new Date(now) });
    const letters = () =>
      query(sql<{ body_text: string }>`
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

describe('many at once', () => {
  test('16 siblings decided together close the whole exactly once', async () => {
    const parts = Array.from({ length: 16 }, (_, index) => ({
      no: index + 1,
      serviceCode: null,
      title: { uk: `Частина ${index + 1}`, en: '' },
      gives: { uk: 'щось', en: '' },
      provider: 'dms',
      term: { value: 10, unit: 'working-days' as const, article: 'ст. 10' },
    }));
    const plan = {
      code: 'sixteen',
      title: { uk: 'Шістнадцять', en: '' },
      intro: { uk: 'Проба.', en: '' },
      parts,
    };
    await house.run('head', publishPlan, { plan, validFrom: '2026-03-02' });
    const filed = await house.file(
      parts.map(({ no }) => no),
      { planCode: plan.code, answers: {} },
    );
    const ids = filed.parts.flatMap(({ caseId }) => caseId ?? []);
    const follow = () =>
      house.city.connections.database
        .transaction()
        .execute((tx) => followParts(tx, filed.caseId, house.clock.now()));
    await Promise.all(
      ids.map(async (caseId, index) => {
        await house.decide(caseId, 'dms', index % 5 === 0 ? 'refused' : 'granted');
        await follow();
      }),
    );
    // The tasks that the same changes left find nothing more to do.
    await house.follow();
    const ends = await query(sql<{ type: string }>`
      select type from kernel.case_events where case_id = ${filed.caseId} and type = 'all-decided'`);
    expect(ends).toHaveLength(1);
    expect((await track(filed)).state).toBe('granted-in-part');
  });

  test('a deed that falls leaves no task, and a task that falls leaves the whole as it was', async () => {
    const filed = await house.file([1, 2]);
    const before = await track(filed);
    await house.decide(await caseIdOf(filed, 1), 'dracs', 'granted');
    const { database } = house.city.connections;
    await expect(
      database.transaction().execute(async (tx) => {
        await followParts(tx, filed.caseId, house.clock.now());
        throw new Error('the process died here');
      }),
    ).rejects.toThrow('died');
    // A child filed by the transaction that fell is gone with it; the next one files it again, once.
    expect((await track(filed)).parts[1]?.state).toBe(before.parts[1]?.state);
    await house.follow();
    await house.follow();
    const children = await query(sql<{ n: number }>`
      select part_no as n from kernel.cases where parent_id = ${filed.caseId} order by 1`);
    expect(children).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('sending a part again makes no second application', async () => {
    const filed = await house.file([1, 2]);
    const again = await Promise.all(
      Array.from({ length: 5 }, () =>
        house.run('administrator-01', resendPart, { caseId: filed.caseId, no: 1 }),
      ),
    );
    expect(new Set(again.map(({ number }) => number)).size).toBe(1);
    expect(again.every(({ wasThere }) => wasThere)).toBe(true);
    const early = house.run('administrator-01', resendPart, { caseId: filed.caseId, no: 2 });
    await expect(early).rejects.toMatchObject({ key: 'complex-services:refusals.stillWaits' });
  });

  test('a part that waited in vain is sent when the papers came another way, once', async () => {
    const filed = await house.file([1, 2, 10]);
    await house.decide(await caseIdOf(filed, 1), 'dracs', 'refused');
    await house.follow();
    expect((await partOf(filed, 2)).state).toBe('blocked');
    const sent = await Promise.all(
      [1, 2, 3].map(() => house.run('administrator-01', resendPart, { caseId: filed.caseId, no: 2 })),
    );
    expect(sent.filter(({ wasThere }) => !wasThere)).toHaveLength(1);
    await house.follow();
    expect((await partOf(filed, 2)).state).toBe('open');
  });
});

describe('plans', () => {
  test('come from a file and go into one without code; a contradiction stops all', async () => {
    const [plan] = readSeedPlans();
    const next = planSchema.parse({ ...plan, code: 'proba-plan' });
    const looped = {
      ...next,
      parts: next.parts.map((part) => (part.no === 1 ? { ...part, dependsOn: [2] } : part)),
    };
    const dry = await house.run('head', importPlans, { plans: [next], validFrom: '2026-03-02' });
    expect(dry).toMatchObject({ written: 0, plans: [{ contradictions: [] }] });
    const wrong = await house.run('head', importPlans, {
      plans: [next, looped],
      validFrom: '2026-03-02',
      dryRun: false,
    });
    expect(wrong.written).toBe(0);
    expect(wrong.plans[1]?.contradictions.map(({ kind }) => kind)).toContain('cycle');
    const done = await house.run('head', importPlans, {
      plans: [next],
      validFrom: '2026-03-02',
      dryRun: false,
    });
    expect(done.written).toBe(1);
    const read = await house.ask('head', getPlanQuery, { code: 'proba-plan', parts: [1, 10] });
    expect(read.promisedOn).toBe('2026-03-12');
    await expect(house.run('head', publishPlan, { plan: looped, validFrom: '2026-03-02' })).rejects.toThrow(
      /schema/,
    );
  });

  test('what began under a version ends under it', async () => {
    const [plan] = readSeedPlans();
    if (plan === undefined) throw new Error('no plan');
    const filed = await house.file([1, 2]);
    const changed = { ...plan, title: { uk: 'єМалятко 2', en: '' }, parts: plan.parts.slice(0, 1) };
    await house.run('head', publishPlan, { plan: changed, validFrom: '2026-03-03' });
    house.clock.travelTo(new Date('2026-03-03T08:00:00Z'));
    expect((await house.ask('head', getPlanQuery, { code: 'e-maliatko' })).parts).toHaveLength(1);
    await house.decide(await caseIdOf(filed, 1), 'dracs', 'granted');
    await house.follow();
    expect((await track(filed)).parts.map(({ state }) => state)).toEqual(['granted', 'open']);
  });
});
