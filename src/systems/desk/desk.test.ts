import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { cityHall } from '../../city-hall.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { nameComplainedOf } from '../appeals/actions/control-appeal.ts';
import { draftAnswer } from '../appeals/actions/draft-answer.ts';
import { giveResolution } from '../appeals/actions/give-resolution.ts';
import { registerAppeal } from '../appeals/actions/register-appeal.ts';
import { takeAppeal } from '../appeals/actions/take-appeal.ts';
import { getAppeal } from '../appeals/queries/get-appeal.ts';
import { listAppeals } from '../appeals/queries/list-appeals.ts';
import { getApplication } from '../applications/queries/get-application.ts';
import { getComplexQuery } from '../complex-services/queries/get-complex.ts';
import { recordCall } from '../hotline/actions/record-call.ts';
import { getTicket } from '../hotline/queries/tickets.ts';
import { getRequest } from '../information-requests/queries/get-request.ts';
import { findCases } from './queries/find-cases.ts';
import { controlOfTerms } from './queries/control-of-terms.ts';
import { listOpenCases } from './queries/list-open-cases.ts';
import { myDecisions } from './queries/my-decisions.ts';
import { myWork } from './queries/my-work.ts';
import { COUNTED } from './terms.ts';

/** The demo city as it stands this morning: every system with its cases. */
const NOW = '2026-11-20T08:00:00Z';
const clock = travellingClock(new Date(NOW));
const OPENS = {
  'appeals.appeal': getAppeal,
  'applications.application': getApplication,
  'complex-services.complex-service': getComplexQuery,
  'hotline.ticket': getTicket,
  'information-requests.request': getRequest,
} as const;

let city: City;
let actors: Awaited<ReturnType<typeof findActorsByLogin>>;

beforeAll(async () => {
  city = await makeTestCity(cityHall, clock);
  await seedCity(city);
  actors = await city.connections.database.transaction().execute(async (tx) => {
    const { rows } = await sql<{ login: string }>`select login from kernel.staff`.execute(tx);
    return findActorsByLogin(
      tx,
      rows.map(({ login }) => login),
    );
  });
}, 90_000);
afterAll(() => city.connections.close());

function actorOf(login: string) {
  const actor = actors.get(login);
  if (actor === undefined) throw new Error(`no demo staff ${login}`);
  return actor;
}

async function ask<I extends z.ZodType, O extends z.ZodType>(
  login: string,
  query: QueryDefinition<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  return query.output.parse(await askQuery(city, query, input, { actor: actorOf(login) }));
}

async function act<I extends z.ZodType, O extends z.ZodType>(
  login: string,
  action: ActionDefinition<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  return action.output.parse(
    await performAction(city, action, input, { actor: actorOf(login), key: uuid() }),
  );
}

async function everyLine(login: string, input: z.input<(typeof myWork)['input']>) {
  const lines = [];
  let after: string | undefined;
  do {
    const page = await ask(login, myWork, { ...input, ...(after === undefined ? {} : { after }) });
    lines.push(...page.lines);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return lines;
}

const registerLetter = () =>
  act('registrar-01', registerAppeal, {
    channel: 'post',
    kind: 'application',
    questions: [{ topic: '090', text: 'Полагодити дорогу' }],
    author: { name: 'Ткаченко Галина Петрівна', address: 'вул. Полтавська, 12, кв. 4' },
    text: 'Прошу полагодити дорогу на вулиці Полтавській: після зими ями такі глибокі.',
  });

const WORKERS = [
  'specialist-dnap-residence',
  'specialist-utilities',
  'specialist-capital-construction',
  'specialist-education',
  'registrar-01',
  'operator-01',
  'mayor',
  'deputy-mayor',
  'administrator-01',
  'head',
];

describe.each(WORKERS)('the work of %s', (login) => {
  test('burns first what ends first, each once, and the numbers equal the rows', async () => {
    const { counts, kinds } = await ask(login, myWork, {});
    for (const show of ['waiting', 'mine', 'free', 'others', 'all'] as const) {
      const lines = await everyLine(login, { show, limit: 7 });
      expect(lines).toHaveLength(counts[show]);
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      const dues = lines.map(({ dueOn }) => dueOn ?? 'infinity');
      expect(dues).toEqual(dues.toSorted());
    }
    for (const burns of ['overdue', 'today', 'week', 'later', 'standing'] as const) {
      const lines = await everyLine(login, { burns });
      expect(lines).toHaveLength(counts[burns]);
      expect(lines.every((line) => line.burns === burns)).toBe(true);
    }
    for (const kind of kinds) {
      expect(await everyLine(login, { kind: kind.name })).toHaveLength(kind.count);
      for (const { name, count } of kind.steps) {
        expect(await everyLine(login, { kind: kind.name, step: name, show: 'all' })).toHaveLength(count);
      }
    }
  });

  test('shows only what this person may open', async () => {
    for (const { kind, id } of await everyLine(login, { show: 'all' })) {
      const opens = Object.entries(OPENS).find(([name]) => name === kind)?.[1];
      if (opens === undefined) continue;
      await expect(ask(login, opens as typeof getTicket, { caseId: id })).resolves.toMatchObject({ id });
    }
  });
});

test('everyone for whom work waits in the demo city has some', async () => {
  for (const login of WORKERS) {
    const { counts } = await ask(login, myWork, {});
    expect(counts.all, login).toBeGreaterThan(0);
  }
});

test('each kind has its verb, its page and its reason; a line names people no further than needed', async () => {
  const lines = await everyLine('specialist-utilities', { show: 'all' });
  const kinds = new Set(lines.map(({ kind }) => kind));
  expect(kinds).toContain('appeals.appeal');
  expect(kinds).toContain('hotline.ticket');
  for (const line of lines) {
    expect(line.stepTitle.uk.length).toBeGreaterThan(3);
    expect(line.path).toContain(line.id);
    expect(line.dueOn === null || line.why !== null).toBe(true);
    expect(line.person ?? 'Хтось Х. Х.').toMatch(/^\S+( \p{Lu}\.){0,2}$/u);
  }
  const tickets = lines.filter(({ kind }) => kind === 'hotline.ticket');
  expect(tickets.every(({ person }) => person === null)).toBe(true);
});

test('an operator sees whom to telephone back, among the tickets and in their order', async () => {
  const call = { phone: '+380501112233', name: 'Ткаченко Галина Петрівна', text: 'Коли дадуть воду' };
  await act('operator-01', recordCall, { ...call, outcome: 'call-back' });
  const [line] = await everyLine('operator-01', { kind: 'hotline.call-back' });
  expect(line).toMatchObject({ number: null, person: 'Ткаченко Г. П.', turn: 'free', step: 'call-back' });
  for (const limit of [1, 3, 50]) {
    const lines = await everyLine('operator-01', { limit });
    expect(lines.filter(({ kind }) => kind === 'hotline.call-back')).toHaveLength(1);
    const dues = lines.map(({ dueOn }) => dueOn ?? 'infinity');
    expect(dues).toEqual(dues.toSorted());
  }
});

test('an appeal goes from hand to hand, and each time waits for somebody else', async () => {
  const { caseId, number } = await registerLetter();
  const stepFor = async (login: string) =>
    (await everyLine(login, { show: 'all', words: number }))[0]?.step ?? null;
  expect(await stepFor('mayor')).toBe('resolve');
  expect(await stepFor('specialist-utilities')).toBeNull();
  const utilities = { unitCode: 'utilities' };
  const education = { unitCode: 'education', staffId: actorOf('specialist-education').staffId };
  await act('deputy-mayor', giveResolution, {
    caseId,
    executor: utilities,
    coExecutors: [education],
    text: 'Розглянути',
  });
  expect(await stepFor('specialist-utilities')).toBe('take');
  expect(await stepFor('specialist-education')).toBe('help');
  await act('specialist-utilities', takeAppeal, { caseId });
  expect(await stepFor('specialist-utilities')).toBe('answer');
  expect(await stepFor('specialist-utilities-2')).toBe('colleague');
  await act('specialist-utilities', draftAnswer, {
    caseId,
    kind: 'final',
    text: 'Дорогу полагоджено, ями засипано.',
    outcomes: [{ no: 1, outcome: 'satisfied' }],
  });
  expect(await stepFor('specialist-utilities')).toBe('approval');
  expect(await stepFor('deputy-mayor')).toBe('approve');
  expect(await stepFor('mayor')).toBeNull();
  const { decisions } = await ask('deputy-mayor', myDecisions, { limit: 200 });
  const approve = decisions.find(({ step }) => step.name === 'approve');
  expect(approve?.lines.map((line) => line.number)).toContain(number);
});

test('whom it complains of sees it nowhere, and it is in no number of theirs', async () => {
  const { caseId, number } = await registerLetter();
  const seen = async (login: string) =>
    (await ask(login, listOpenCases, { words: number })).cases.length +
    (await everyLine(login, { show: 'all', words: number })).length +
    (await ask(login, findCases, { words: number })).cases.length +
    (await ask(login, listAppeals, { words: number })).appeals.length;
  expect(await seen('mayor')).toBe(4);
  const before = (await ask('mayor', controlOfTerms, {})).total.open;
  await act('registrar-01', nameComplainedOf, {
    caseId,
    complainedOf: { staffIds: [actorOf('mayor').staffId ?? ''] },
  });
  expect(await seen('mayor')).toBe(0);
  expect(await seen('deputy-mayor')).toBe(4);
  expect((await ask('mayor', controlOfTerms, {})).total.open).toBe(before - 1);
  const notThere = { key: 'cases:refusals.noSuchCase' };
  await expect(ask('mayor', getAppeal, { caseId })).rejects.toMatchObject(notThere);
  const twin = await registerLetter();
  const like = async (login: string) =>
    (await ask(login, getAppeal, { caseId: twin.caseId })).similar.map((one) => one.caseId);
  expect(await like('deputy-mayor')).toContain(caseId);
  expect(await like('mayor')).not.toContain(caseId);
  const resolution = { caseId, executor: { unitCode: 'utilities' }, text: 'Розглянути' };
  await expect(act('mayor', giveResolution, resolution)).rejects.toMatchObject(notThere);
});

test('a case is found by number, person and words, by who may open it and reads names', async () => {
  const { caseId, number } = await registerLetter();
  const found = async (login: string, words: string) =>
    (await ask(login, findCases, { words, limit: 50 })).cases.map(({ id }) => id);
  for (const words of [number, number.toLowerCase()])
    expect(await found('registrar-01', words)).toContain(caseId);
  expect(await found('deputy-mayor', number)).toContain(caseId);
  for (const login of ['head', 'administrator-01', 'specialist-education', 'it'])
    expect(await found(login, number), login).toEqual([]);
  // The auditor opens tickets of the line, but reads no names in them.
  const { cases } = await ask('auditor', findCases, { words: 'гл-2026', limit: 50 });
  expect(cases.map(({ kind }) => kind)).not.toContain('hotline.ticket');
});

describe.each([
  ['head', ['applications.application', 'complex-services.complex-service']],
  ['mayor', ['appeals.appeal', 'hotline.ticket', 'information-requests.request']],
  ['auditor', Object.keys(OPENS)],
])('the control of terms of %s', (login, kinds) => {
  test('has the kinds they may open, and every number equals its rows', async () => {
    const control = await ask(login, controlOfTerms, {});
    expect(control.kinds.map(({ name }) => name).toSorted()).toEqual(kinds.toSorted());
    for (const counted of COUNTED) {
      const sum = (rows: readonly Record<typeof counted, number>[]) =>
        rows.reduce((all, row) => all + row[counted], 0);
      for (const part of [control.kinds, control.units, control.rows])
        expect(sum(part)).toBe(control.total[counted]);
      const mark = counted === 'open' ? {} : { mark: counted };
      for (const kind of control.kinds) {
        const rows = await ask(login, listOpenCases, { ...mark, kind: kind.name, limit: 500 });
        expect(rows.cases).toHaveLength(kind[counted]);
      }
      const [unit] = control.units;
      const ofUnit = await ask(login, listOpenCases, { ...mark, unit: unit?.code ?? '', limit: 500 });
      expect(ofUnit.cases).toHaveLength(unit?.[counted] ?? 0);
    }
  });

  test('narrows to one unit, and tells whose days the late ones took', async () => {
    const { cases } = await ask(login, listOpenCases, { mark: 'overdue', limit: 5 });
    for (const late of cases) {
      expect(late.daysLate).toBeGreaterThan(0);
      expect(late.holders.reduce((sum, { days }) => sum + days, 0)).toBeGreaterThan(0);
    }
    const whole = await ask(login, controlOfTerms, {});
    const unit = whole.units.at(-1)?.code ?? '';
    const narrow = await ask(login, controlOfTerms, { unit });
    expect(narrow.units).toEqual(whole.units.filter(({ code }) => code === unit));
    expect((await ask(login, controlOfTerms, { unit: 'no-such-unit' })).total.open).toBe(0);
  });
});

test('every kind of case of the house says what it asks of people', () => {
  const kinds = cityHall.flatMap(({ caseKinds }) => caseKinds);
  const works = cityHall.flatMap(({ work }) => work);
  expect(works.map(({ kind }) => kind.name).toSorted()).toEqual(kinds.map(({ name }) => name).toSorted());
  for (const { kind, steps } of works) {
    const states = new Set(steps.flatMap((step) => step.states));
    for (const state of states) expect(kind.open, `${kind.name} ${state}`).toContain(state);
  }
});
