import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTimeline } from '../../kernel/cases/index.ts';
import { foldTimeline } from '../../kernel/cases/case-state.ts';
import { assignApplication } from './actions/assign-application.ts';
import { handOutResult } from './actions/hand-out-result.ts';
import { handOverApplication } from './actions/hand-over-application.ts';
import { leaveWithoutMotion } from './actions/leave-without-motion.ts';
import { passApplication } from './actions/pass-application.ts';
import { recordConsultation } from './actions/record-consultation.ts';
import { recordOutcome } from './actions/record-outcome.ts';
import { registerApplication } from './actions/register-application.ts';
import { resumeApplication } from './actions/resume-application.ts';
import { takeApplication } from './actions/take-application.ts';
import { withdrawApplication } from './actions/withdraw-application.ts';
import { APPLICATION } from './application.ts';
import { type ApplicationsCity, makeApplicationsCity, OKSANA } from './applications-fixture.ts';
import { trackApplication } from './queries/track-application.ts';

let house: ApplicationsCity;

beforeAll(async () => {
  house = await makeApplicationsCity('2026-03-02T08:00:00Z');
});
afterAll(() => house.city.connections.close());

const at = (moment: string) => house.clock.travelTo(new Date(moment));
const DNAP = 'specialist-dnap-residence';

async function foldIsTheColumns(caseId: string): Promise<void> {
  await house.city.connections.database.transaction().execute(async (tx) => {
    const fold = foldTimeline(APPLICATION, await readTimeline(tx, caseId));
    const { rows } = await sql`
      select state, is_open as "isOpen", executor_id as "executorId", unit_id as "unitId", outcome, clock_state as clock,
             holder_kind as kind, holder_unit_id as "holderUnitId" from kernel.cases where id = ${caseId}`.execute(
      tx,
    );
    const { holder, ...state } = fold;
    expect(rows).toEqual([{ ...state, kind: holder.kind, holderUnitId: holder.unitId }]);
  });
}

describe('the path of an application', () => {
  test('registered, taken, granted, handed out; the timeline tells what the columns say', async () => {
    at('2026-03-02T08:00:00Z');
    const registered = await house.register({ documents: ['Заява', 'Паспорт громадянина України'] });
    expect(registered.number).toMatch(/^ЦНАП-2026-\d{6}$/);
    expect(registered.dueOn).toBe('2026-03-03');
    expect(registered.steps.some(({ article }) => article?.includes('1382'))).toBe(true);

    at('2026-03-02T12:00:00Z');
    const taken = await house.run(DNAP, takeApplication, { caseId: registered.caseId });
    expect(taken.state).toBe('in-work');
    at('2026-03-03T12:00:00Z');
    const decided = await house.run(DNAP, recordOutcome, { caseId: registered.caseId, outcome: 'granted' });
    expect(decided.state).toBe('granted');
    at('2026-03-05T09:00:00Z');
    const code = registered.trackingCode;
    const handed = await house.run('administrator-02', handOutResult, { caseId: registered.caseId, code });
    expect(handed.state).toBe('handed-out');

    await foldIsTheColumns(registered.caseId);
    const tracked = await house.ask(DNAP, trackApplication, { number: registered.number, code });
    expect(tracked.course.ledger.map(({ holderKind, days }) => [holderKind, days])).toEqual([
      ['front-office', 0],
      ['body', 1],
      ['front-office', 2],
    ]);
    expect(tracked.course.days).toBe(3);
    const { rows } = await sql`
      select outcome, days, in_term, handed_out_on, report_group, sector from applications.applications
       where case_id = ${registered.caseId}`.execute(house.city.connections.database);
    expect(rows).toEqual([
      {
        outcome: 'granted',
        days: 1,
        in_term: true,
        handed_out_on: '2026-03-05',
        report_group: 'residence-registration',
        sector: 'registration',
      },
    ]);
  });

  test('left without motion, the clock stands and the days are the applicant’s', async () => {
    at('2026-03-10T08:00:00Z');
    const { caseId, number, trackingCode: code, dueOn } = await house.register();
    await house.run(DNAP, takeApplication, { caseId });
    const paused = await house.run(DNAP, leaveWithoutMotion, {
      caseId,
      reason: 'Додайте довіреність',
      cureBy: '2026-03-20',
    });
    expect(paused.dueOn).toBeNull();
    const seen = await house.ask(DNAP, trackApplication, { number, code });
    expect(seen.toMend).toEqual({ reason: 'Додайте довіреність', cureBy: '2026-03-20' });
    at('2026-03-16T08:00:00Z');
    const resumed = await house.run('administrator-01', resumeApplication, { caseId });
    expect(resumed.state).toBe('in-work');
    expect(dueOn).toBe('2026-03-11');
    expect(resumed.dueOn).toBe('2026-03-16');
    await foldIsTheColumns(caseId);
    const after = await house.ask(DNAP, trackApplication, { number, code });
    expect(after.steps.some(({ article }) => article === 'Закон 2073-IX, ст. 43')).toBe(true);
    const { rows } = await sql<{ reason: string }>`
      select data::text as reason from kernel.case_events where case_id = ${caseId}`.execute(
      house.city.connections.database,
    );
    expect(rows.some(({ reason }) => reason.includes('довіреність'))).toBe(false);
  });

  test('a hand-over keeps state and clock, and the next body must take it', async () => {
    at('2026-03-11T08:00:00Z');
    const { caseId, dueOn } = await house.register();
    await house.run(DNAP, takeApplication, { caseId });
    const over = await house.run(DNAP, handOverApplication, { caseId, unitCode: 'architecture' });
    expect(over).toMatchObject({ state: 'in-work', dueOn });
    await expect(house.run(DNAP, recordOutcome, { caseId, outcome: 'granted' })).rejects.toMatchObject({
      key: 'applications:refusals.otherBody',
    });
    const taken = await house.run('specialist-architecture', takeApplication, { caseId });
    expect(taken.state).toBe('in-work');
    await foldIsTheColumns(caseId);
  });

  test('the papers pass to the body on the same day; withdrawn ends it', async () => {
    const { caseId } = await house.register();
    await house.run('administrator-01', passApplication, { caseId });
    await expect(house.run('administrator-01', passApplication, { caseId })).rejects.toMatchObject({
      key: 'applications:refusals.alreadyPassed',
    });
    await house.run('administrator-01', withdrawApplication, { caseId });
    await foldIsTheColumns(caseId);
  });
});

describe('nobody else can act on what a specialist took', () => {
  test('a colleague is told who holds it', async () => {
    const { caseId } = await house.register();
    await house.run(DNAP, takeApplication, { caseId });
    const attempts = [
      () => house.run(`${DNAP}-2`, takeApplication, { caseId }),
      () => house.run(`${DNAP}-2`, recordOutcome, { caseId, outcome: 'granted' }),
      () => house.run(`${DNAP}-2`, leaveWithoutMotion, { caseId, reason: 'Ні', cureBy: '2027-01-01' }),
      () => house.run(`${DNAP}-2`, handOverApplication, { caseId, unitCode: 'architecture' }),
      () => house.run(`${DNAP}-2`, withdrawApplication, { caseId }),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({
        key: 'applications:refusals.heldBy',
        params: { name: house.actor(DNAP).name },
      });
    }
  });

  test('of two who take at once one gets it', async () => {
    const { caseId } = await house.register();
    const tries = await Promise.allSettled(
      Array.from({ length: 16 }, (_, index) =>
        house.run(index % 2 === 0 ? DNAP : `${DNAP}-2`, takeApplication, { caseId }),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('the head gives it to another of the same body, and to no other body’s specialist', async () => {
    const { caseId } = await house.register();
    await house.run(DNAP, takeApplication, { caseId });
    const foreign = house.actor('specialist-architecture').staffId ?? '';
    await expect(house.run('head', assignApplication, { caseId, staffId: foreign })).rejects.toMatchObject({
      issues: [expect.objectContaining({ path: 'staffId' })],
    });
    const colleague = house.actor(`${DNAP}-2`).staffId ?? '';
    await house.run('head', assignApplication, { caseId, staffId: colleague });
    const decided = await house.run(`${DNAP}-2`, recordOutcome, { caseId, outcome: 'granted' });
    expect(decided.state).toBe('granted');
  });

  test('roles: an administrator decides nothing, a specialist registers nothing', async () => {
    const { caseId } = await house.register();
    await expect(house.run('administrator-01', takeApplication, { caseId })).rejects.toMatchObject({
      status: 403,
    });
    await expect(
      house.run(DNAP, registerApplication, { serviceCode: '01-01', applicant: OKSANA }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(house.run('auditor', handOutResult, { caseId })).rejects.toMatchObject({ status: 403 });
  });
});

describe('what the rules refuse', () => {
  test.each([
    [{ ...OKSANA, code: '1759013777' }, 'applications:input.rnokppWrong'],
    [{ ...OKSANA, kind: 'body' as const, code: '32855960' }, 'applications:input.edrpouWrong'],
    [{ kind: 'person' as const, name: 'Без Коду' }, 'applications:input.codeOrPassport'],
    [{ kind: 'body' as const, name: 'ТОВ «Без коду»' }, 'applications:input.edrpouMissing'],
  ])('an applicant who is not identified: %o', async (applicant, message) => {
    await expect(house.register({ applicant })).rejects.toMatchObject({
      issues: [
        expect.objectContaining({ path: 'applicant.code', issue: expect.objectContaining({ message }) }),
      ],
    });
  });

  test('one who refused a number shows a passport', async () => {
    const registered = await house.register({
      applicant: { kind: 'person', name: 'Віруюча Марія', passport: 'ЕА 123456' },
    });
    expect(registered.number).toMatch(/^ЦНАП/);
  });

  test('a refusal needs a coded reason', async () => {
    const { caseId } = await house.register();
    await house.run(DNAP, takeApplication, { caseId });
    await expect(house.run(DNAP, recordOutcome, { caseId, outcome: 'refused' })).rejects.toMatchObject({
      issues: [expect.objectContaining({ path: 'reasons' })],
    });
    const refused = await house.run(DNAP, recordOutcome, {
      caseId,
      outcome: 'refused',
      reasons: ['documents-missing'],
    });
    expect(refused.state).toBe('refused');
  });

  test('a service not itemised is for imports only', async () => {
    await expect(house.register({ serviceCode: null })).rejects.toMatchObject({
      issues: [expect.objectContaining({ path: 'serviceCode' })],
    });
  });

  test('a wrong code at hand-out changes nothing', async () => {
    const { caseId } = await house.register();
    await house.run(DNAP, takeApplication, { caseId });
    await house.run(DNAP, recordOutcome, { caseId, outcome: 'granted' });
    await expect(
      house.run('administrator-01', handOutResult, { caseId, code: 'AAAA' }),
    ).rejects.toMatchObject({
      key: 'applications:refusals.wrongCode',
    });
    await foldIsTheColumns(caseId);
  });

  test('tracking: a wrong number and a wrong code sound alike', async () => {
    const { number, trackingCode } = await house.register();
    for (const input of [
      { number: 'ЦНАП-2026-999999', code: trackingCode },
      { number, code: 'ABCDEFGHJK' },
    ]) {
      await expect(house.ask(DNAP, trackApplication, input)).rejects.toMatchObject({
        key: 'applications:refusals.notTracked',
        status: 404,
      });
    }
  });
});

describe('beside', () => {
  test('one person files several applications in one visit, and each is found by the name', async () => {
    const first = await house.register();
    const second = await house.run('administrator-01', registerApplication, {
      serviceCode: '01-02',
      sameApplicantAs: first.caseId,
    });
    const { rows } = await sql<{ count: number }>`
      select count(distinct applicant_id)::int as count from kernel.cases
       where id = any(${[first.caseId, second.caseId]}::uuid[])`.execute(house.city.connections.database);
    expect(rows[0]?.count).toBe(1);
  });

  test('a letter waits for the applicant with an address, with number, date and code', async () => {
    const { number, trackingCode } = await house.register();
    const { rows } = await sql<{ body_text: string }>`
      select body_text from kernel.letters where subject like ${`%${number}%`}`.execute(
      house.city.connections.database,
    );
    expect(rows[0]?.body_text).toContain(trackingCode);
  });

  test('a consultation is counted with the sector of its service', async () => {
    const { consultationId } = await house.run('administrator-01', recordConsultation, {
      serviceCode: '01-01',
    });
    const { rows } = await sql`
      select sector, service_label from applications.consultations_facts where id = ${consultationId}`.execute(
      house.city.connections.database,
    );
    expect(rows).toEqual([{ sector: 'registration', service_label: 'Реєстрація місця проживання особи' }]);
  });

  test('64 registrations at once: numbers without gaps or twins', async () => {
    const before = await house.register();
    const many = await Promise.all(Array.from({ length: 64 }, () => house.register()));
    const start = Number(before.number.slice(-6));
    const numbers = many.map(({ number }) => Number(number.slice(-6))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 64 }, (_, index) => start + 1 + index));
  });
});
