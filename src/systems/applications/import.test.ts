import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { performBatch } from '../../kernel/actions/perform-batch.ts';
import { type ApplicationsCity, makeApplicationsCity } from './applications-fixture.ts';

let house: ApplicationsCity;
beforeAll(async () => {
  house = await makeApplicationsCity('2026-03-02T08:00:00Z');
});
afterAll(() => house.city.connections.close());

type Entry = Parameters<typeof performBatch>[2][number];

function entry(action: string, login: string, at: string, input: object): Entry {
  return { action: `applications.${action}`, key: uuid(), on_behalf_of: login, occurred_at: at, input };
}

function bring(entries: readonly Entry[]) {
  return performBatch(house.city, house.actor('integrator'), entries);
}

test('the past comes as it was: not itemised, without letters, in the book of its year', async () => {
  const id = uuid();
  const results = await bring([
    entry('register-application', 'administrator-01', '2020-05-04T09:00:00Z', {
      id,
      serviceCode: null,
      synthetic: 'година',
    }),
    entry('take-application', 'specialist-architecture', '2020-05-05T09:00:00Z', { caseId: id }),
    entry('record-outcome', 'specialist-architecture', '2020-05-20T09:00:00Z', {
      caseId: id,
      outcome: 'granted',
    }),
    entry('hand-out-result', 'administrator-02', '2020-05-21T09:00:00Z', { caseId: id }),
  ]);
  expect(results.map((result) => ('error' in result ? result.error : 'done'))).toEqual([
    'done',
    'done',
    'done',
    'done',
  ]);
  const { database } = house.city.connections;
  const facts = await sql`
    select day, service_label, provider_code, report_group_label, in_term, days, synthetic
      from applications.applications_facts where id = ${id}`.execute(database);
  expect(facts.rows).toEqual([
    {
      day: '2020-05-04',
      service_label: 'Не деталізовано в джерелі',
      provider_code: 'not-itemised',
      report_group_label: 'Не деталізовано в джерелі',
      in_term: true,
      days: 16,
      synthetic: 'година',
    },
  ]);
  const cases = await sql`select number, due_on from kernel.cases where id = ${id}`.execute(database);
  expect(cases.rows).toEqual([{ number: 'ЦНАП-2020-000001', due_on: '2020-06-03' }]);
  const letters = await sql`select from kernel.letters`.execute(database);
  expect(letters.rows).toHaveLength(0);
});

test('one bad row of a batch spoils no other', async () => {
  const id = uuid();
  const results = await bring([
    entry('record-outcome', 'specialist-architecture', '2020-06-01T09:00:00Z', {
      caseId: uuid(),
      outcome: 'granted',
    }),
    entry('register-application', 'administrator-01', '2020-06-01T09:00:00Z', { id, serviceCode: '01-01' }),
    entry('take-application', 'specialist-architecture', '2020-06-02T09:00:00Z', { caseId: id }),
    entry('take-application', 'specialist-dnap-residence', '2020-05-30T09:00:00Z', { caseId: id }),
  ]);
  const keys = results.map((result) => ('error' in result ? (result.error as { key?: string }).key : 'done'));
  expect(keys).toEqual([
    'cases:refusals.noSuchCase',
    'done',
    'applications:refusals.otherBody',
    'cases:refusals.beforeLastEvent',
  ]);
});

test('nobody invents the present: `synthetic` of a live deed is not kept', async () => {
  const { caseId } = await house.register({ synthetic: 'вигадка' });
  const { rows } = await sql`
    select synthetic from applications.applications where case_id = ${caseId}`.execute(
    house.city.connections.database,
  );
  expect(rows).toEqual([{ synthetic: null }]);
});
