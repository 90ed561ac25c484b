import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseByRule } from '../../kernel/retention/erase-by-retention.ts';
import { getServiceQuery } from '../service-catalogue/queries/get-service.ts';
import { turnAway } from './actions/turn-away.ts';
import { type ApplicationsCity, makeApplicationsCity, OKSANA } from './applications-fixture.ts';
import { getApplication } from './queries/get-application.ts';
import { applications } from './system.ts';
import { countReasons } from './turned-away/count-reasons.ts';
import { findReturns } from './turned-away/find-returns.ts';
import { seedTurnAwayReasons } from './turned-away/turn-away-store.ts';

const NOW = '2026-05-20T08:00:00Z';
const CLERK = 'administrator-01';
const OKSANA_CODE = '1759013776';
const VEHICLE = {
  vin: 'wvwzzz1kzaw000001',
  plate: 'ва 4521 нх',
  why: 'sale',
};

let house: ApplicationsCity;
beforeAll(async () => {
  house = await makeApplicationsCity(NOW);
  await seedTurnAwayReasons(house.city.connections.database);
});
afterAll(() => house.city.connections.close());

const strike = (answers: Record<string, string>) =>
  house.register({ serviceCode: '07-04', applicant: OKSANA, documents: [], answers });

describe('answers to a service’s own questions', () => {
  it('are kept in their sound form, and shown under the questions of that day', async () => {
    const { caseId } = await strike({ ...VEHICLE, stranger: 'не з цієї форми' });
    const { answers, channel } = await house.ask(CLERK, getApplication, { caseId });
    expect(answers.map(({ label, answer, words }) => [label.uk, answer, words?.uk ?? null])).toEqual([
      ['VIN-код', 'WVWZZZ1KZAW000001', null],
      ['Номерний знак', 'ВА 4521 НХ', null],
      ['Чому знімаєте з обліку', 'sale', 'продаю'],
    ]);
    expect(channel).toBe('window');
  });

  it('are asked for at their own fields', async () => {
    await expect(strike({ plate: 'не знак' })).rejects.toMatchObject({
      issues: [
        { path: 'answers.vin', issue: { message: 'service-catalogue:answers.missing' } },
        { path: 'answers.plate', issue: { message: 'service-catalogue:answers.format.plate' } },
        { path: 'answers.why', issue: { message: 'service-catalogue:answers.missing' } },
      ],
    });
  });

  it('stand in the journal only by a hash, and go with the case’s months', async () => {
    const { caseId } = await strike(VEHICLE);
    const { database } = house.city.connections;
    const journal = await sql<{ text: string }>`
      select j::text as text from kernel.audit_journal j where name = 'applications.register-application'`.execute(
      database,
    );
    expect(journal.rows.length).toBeGreaterThan(0);
    for (const { text } of journal.rows) expect(text).not.toContain('wvwzzz');

    const rule = applications.retention.find(({ table }) => table === 'applications.applications');
    if (rule === undefined) throw new Error('no rule for the applications');
    await sql`update kernel.cases set is_open = false, closed_at = '2019-01-01' where id = ${caseId}`.execute(
      database,
    );
    await eraseByRule(database, rule, new Date(NOW));
    const { rows } = await sql<{ answers: object }>`
      select answers from applications.applications where case_id = ${caseId}`.execute(database);
    expect(rows[0]?.answers).toEqual({});
  });
});

describe('somebody sent away from a window', () => {
  const away = (reasons: string[], more: { applicantCode?: string; lacking?: string[] } = {}) =>
    house.run(CLERK, turnAway, { serviceCode: '07-04', reasons, ...more });
  const returned = async (id: string) =>
    (
      await sql<{ on: string | null }>`
        select returned_on as "on" from applications.turned_away where id = ${id}`.execute(
        house.city.connections.database,
      )
    ).rows[0]?.on;

  it('leaves a reason of the city’s list, and whether it is ours', async () => {
    expect(await away(['document-missing'], { lacking: ['Паспорт'] })).toMatchObject({ ours: true });
    expect(await away(['changed-mind'])).toMatchObject({ ours: false });
    expect(await away(['changed-mind', 'register-down'])).toMatchObject({ ours: true });
    await expect(away(['bad-mood'])).rejects.toMatchObject({ issues: [{ path: 'reasons' }] });
    await expect(away([])).rejects.toMatchObject({ issues: [{ path: 'reasons' }] });
  });

  it('who named a code is known again within 30 days, by an application or the next turning away', async () => {
    const first = await away(['document-missing'], { applicantCode: OKSANA_CODE });
    const stranger = await away(['document-missing'], { applicantCode: '2908411237' });
    house.clock.travelTo(new Date('2026-05-25T08:00:00Z'));
    const again = await away(['document-missing'], { applicantCode: OKSANA_CODE });
    house.clock.travelTo(new Date('2026-05-25T09:00:00Z'));
    await strike(VEHICLE);
    await findReturns(house.city.connections.database, house.clock.now());
    expect(await returned(first.id)).toBe('2026-05-25');
    expect(await returned(again.id)).toBe('2026-05-25');
    expect(await returned(stranger.id)).toBeNull();
  });

  it('is counted for the service’s page only where five or more met the reason', async () => {
    const { database } = house.city.connections;
    await countReasons(database, house.clock.now());
    const before = await house.ask(CLERK, getServiceQuery, { code: '07-04' });
    expect(before.frequentReasons.map(({ text }) => text)).toEqual([]);
    for (let one = 0; one < 3; one += 1) await away(['document-missing']);
    await countReasons(database, house.clock.now());
    const after = await house.ask(CLERK, getServiceQuery, { code: '07-04' });
    expect(after.frequentReasons).toEqual([
      { source: 'window', text: 'Бракує документа', textEn: 'A paper is missing', count: 7 },
    ]);
  });
});
