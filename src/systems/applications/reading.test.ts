import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { handOutResult } from './actions/hand-out-result.ts';
import { leaveWithoutMotion } from './actions/leave-without-motion.ts';
import { recordConsultation } from './actions/record-consultation.ts';
import { recordOutcome } from './actions/record-outcome.ts';
import { takeApplication } from './actions/take-application.ts';
import { type ApplicationsCity, makeApplicationsCity, OKSANA } from './applications-fixture.ts';
import { figures } from './figures.ts';
import { getApplication } from './queries/get-application.ts';
import { listApplications } from './queries/list-applications.ts';
import { toHandOut } from './queries/to-hand-out.ts';

const DNAP = 'specialist-dnap-residence';
let house: ApplicationsCity;
const ids: string[] = [];

/** Eight of one service (term: one working day): the first granted, the second late, the last paused. */
beforeAll(async () => {
  house = await makeApplicationsCity('2026-03-02T08:00:00Z');
  for (let day = 2; day <= 9; day += 1) {
    house.clock.travelTo(new Date(`2026-03-0${day}T08:00:00Z`));
    ids.push((await house.register({ applicant: { ...OKSANA, name: `Гнатюк Оксана ${day}` } })).caseId);
  }
  house.clock.travelTo(new Date('2026-03-09T09:00:00Z'));
  for (const caseId of [ids[0], ids[1], ids[7]])
    await house.run(DNAP, takeApplication, { caseId: caseId ?? '' });
  await house.run(DNAP, recordOutcome, { caseId: ids[0] ?? '', outcome: 'granted' });
  await house.run(DNAP, leaveWithoutMotion, {
    caseId: ids[7] ?? '',
    reason: 'Немає довідки',
    cureBy: '2026-03-20',
  });
  await house.run('administrator-01', recordConsultation, { serviceCode: '01-01' });
});
afterAll(() => house.city.connections.close());

test('a specialist of another body opens none of it', async () => {
  const asked = house.ask('specialist-architecture', getApplication, { caseId: ids[0] ?? '' });
  await expect(asked).rejects.toMatchObject({ status: 403 });
});

test('the list is found by words, sector, state and period', async () => {
  const find = async (input: Parameters<typeof listApplications.run>[1] | object) =>
    (await house.ask('administrator-01', listApplications, input as never)).applications.map(({ id }) => id);
  expect(await find({ words: 'Гнатюк' })).toHaveLength(8);
  expect(await find({ from: '2026-03-03', to: '2026-03-04' })).toEqual([ids[2], ids[1]]);
  expect(await find({ state: 'granted' })).toEqual([ids[0]]);
  expect(await find({ sector: 'social' })).toEqual([]);
  expect(await find({ unit: 'no-such-body' })).toEqual([]);
});

test('a look leaves a row in the journal with the cases shown', async () => {
  await house.ask('auditor', getApplication, { caseId: ids[0] ?? '' });
  const rows = await house.city.connections.database
    .selectFrom('kernel.audit_journal')
    .select(['subjects', 'actor_id'])
    .where('kind', '=', 'look')
    .where('name', '=', getApplication.name)
    .execute();
  expect(rows.at(-1)).toMatchObject({
    subjects: [{ kind: 'case', id: ids[0] }],
    actor_id: house.actor('auditor').staffId,
  });
});

test('the case page has everything, and numbers of papers masked', async () => {
  const found = await house.ask(DNAP, getApplication, { caseId: ids[0] ?? '' });
  expect(found).toMatchObject({
    state: 'granted',
    applicantCode: '17******76',
    decision: { outcome: 'granted', days: 7, inTerm: false },
  });
  expect(found.course.days).toBe(7);
});

test('the shelf holds what waits for its owner', async () => {
  const shelf = await house.ask('administrator-01', toHandOut, {});
  expect(shelf).toMatchObject({ waiting: 1, results: [{ id: ids[0], outcome: 'granted' }] });
  await house.run('administrator-01', handOutResult, { caseId: ids[0] ?? '' });
  expect(await house.ask('administrator-01', toHandOut, {})).toMatchObject({ waiting: 0, results: [] });
});

test('figures count what was done, by the report’s own lines', async () => {
  const period = { from: '2026-03-01', to: '2026-03-31' };
  const totals = await house.city.connections.database.transaction().execute(async (tx) => {
    const read: Record<string, number | null> = {};
    for (const figure of figures)
      read[figure.id] = (await readFigure(tx, { ...figure, suppressBelow: 0 }, period)).total.value;
    return read;
  });
  expect(totals).toEqual({
    'applications.registered': 8,
    'applications.turned-away': 0,
    'applications.repeat-visits': 0,
    'applications.decided': 1,
    'applications.decided-in-term': 0,
    'applications.days-to-decision': 7,
    'applications.consultations': 1,
  });
  const [registered] = figures;
  const split = await house.city.connections.database
    .transaction()
    .execute((tx) => readFigure(tx, registered ?? never(), { ...period, by: ['report-group'] }));
  expect(split.breakdown.map(({ by, labels, value }) => [by, labels['report-group']?.uk, value])).toEqual([
    [
      { 'report-group': 'residence-registration' },
      'Реєстрація місця проживання/перебування особи – зняття з реєстрації',
      8,
    ],
  ]);
});

function never(): never {
  throw new Error('no figure');
}
