import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { answerQuestion } from './actions/answer-question.ts';
import { askQuestion, QUESTIONS_AN_HOUR } from './actions/ask-question.ts';
import { closeQuestion } from './actions/close-question.ts';
import { publishAnswer } from './actions/publish-answer.ts';
import { recordCall } from './actions/record-call.ts';
import { answeredFigure, inAimFigure } from './figures.ts';
import { getAnswer } from './queries/get-answer.ts';
import { listQuestions } from './queries/list-questions.ts';
import { searchAnswers } from './queries/search-answers.ts';
import { seedConsultations } from './seed/seed-consultations.ts';
import { consultations } from './system.ts';

/** A Friday before noon in Kyiv, in martial law: Saturday and Sunday are days off. */
const NOW = new Date('2026-03-06T08:00:00Z');
const clock = travellingClock(NOW);
const QUESTION = 'Чи потрібна довідка про склад сім’ї для субсидії?';
const ANSWER = 'Ні, склад сім’ї ми візьмемо з реєстру самі.';

let city: City;
let clerk: Actor;

beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, consultations], clock);
  await seedCity({ ...city, systems: [serviceCatalogue, staff] });
  await seedConsultations(city.connections.database, false, NOW);
  const actors = await city.connections.database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, ['administrator-01']));
  clerk = actors.get('administrator-01') ?? RESIDENT;
});
afterAll(() => city.connections.close());

beforeEach(async () => {
  clock.travelTo(NOW);
  await city.connections.withOwner((owner) =>
    owner.query(
      'truncate consultations.questions, consultations.published, consultations.site_hours, kernel.letters',
    ),
  );
});

async function run<I extends z.ZodType, O extends z.ZodType>(
  actor: Actor,
  action: ActionDefinition<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  return action.output.parse(await performAction(city, action, input, { actor, key: uuid() }));
}

async function ask<I extends z.ZodType, O extends z.ZodType>(
  query: QueryDefinition<I, O>,
  input: z.input<I>,
  actor: Actor = RESIDENT,
): Promise<z.output<O>> {
  return query.output.parse(await askQuery(city, query, input, { actor }));
}

async function letters() {
  const { rows } = await sql<{ to_address: string; subject: string; body_text: string }>`
    select to_address, subject, body_text from kernel.letters order by created_at, id`.execute(
    city.connections.database,
  );
  return rows;
}

/** Asked on the site; its id as the clerk sees it. */
async function asked(question = QUESTION, serviceCode: string | null = null): Promise<string> {
  await run(RESIDENT, askQuestion, { question, email: 'ganna@example.org', serviceCode });
  const { questions } = await ask(listQuestions, {}, clerk);
  return questions.find((one) => one.question === question)?.id ?? '';
}

const answer = (questionId: string) => run(clerk, answerQuestion, { questionId, answer: ANSWER });

const publish = (questionId: string, more: Partial<z.input<typeof publishAnswer.input>> = {}) =>
  run(clerk, publishAnswer, { questionId, question: QUESTION, answer: ANSWER, confirmed: true, ...more });

describe('from the site', () => {
  test('the day is our aim of three working days, and the asker is written to twice', async () => {
    const { dueOn } = await run(RESIDENT, askQuestion, { question: QUESTION, email: 'ganna@example.org' });
    expect(dueOn).toBe('2026-03-11');
    const { questions } = await ask(listQuestions, {}, clerk);
    clock.travelTo(new Date('2026-03-09T08:00:00Z'));
    expect(await answer(questions[0]?.id ?? '')).toEqual({ sent: true });
    const [first, second] = await letters();
    expect(first).toMatchObject({ to_address: 'ganna@example.org' });
    expect(first?.body_text).toContain('11 березня 2026');
    // Whoever gave a stranger's address must not write to him through us.
    expect(first?.body_text).not.toContain('довідка');
    expect(second?.body_text).toContain(ANSWER);
  });

  test('a question without an address or words is told at its field', async () => {
    await expect(run(RESIDENT, askQuestion, { question: 'Як?', email: 'ні' })).rejects.toMatchObject({
      issues: [{ path: 'question' }, { path: 'email' }],
    });
  });

  test('the open door lets a crowd through only so fast', async () => {
    await sql`insert into consultations.site_hours (hour, taken) values (${NOW}, ${QUESTIONS_AN_HOUR - 2})`.execute(
      city.connections.database,
    );
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        run(RESIDENT, askQuestion, { question: QUESTION, email: 'ganna@example.org' }),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });
});

describe('by telephone', () => {
  test('answered at once without an address, or later with one', async () => {
    expect(await run(clerk, recordCall, { question: QUESTION, answer: ANSWER })).toMatchObject({
      state: 'answered',
    });
    expect(await letters()).toEqual([]);
    const later = await run(clerk, recordCall, { question: QUESTION, email: 'ivan@example.org' });
    expect(later.state).toBe('asked');
    await expect(run(clerk, recordCall, { question: QUESTION })).rejects.toMatchObject({
      key: 'consultations:refusals.answerOrEmail',
    });
  });
});

describe('answering and publishing', () => {
  test('of 16 who answer at once one does, and one letter goes', async () => {
    const id = await asked();
    const tries = await Promise.allSettled(Array.from({ length: 16 }, () => answer(id)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await letters()).toHaveLength(2);
  });

  test('the states go only forward', async () => {
    const id = await asked();
    await expect(publish(id)).rejects.toMatchObject({ key: 'consultations:refusals.already.asked' });
    await answer(id);
    await expect(answer(id)).rejects.toMatchObject({ key: 'consultations:refusals.already.answered' });
    await publish(id);
    await expect(publish(id)).rejects.toMatchObject({ key: 'consultations:refusals.already.published' });
    await run(clerk, closeQuestion, { questionId: id, reason: 'outdated' });
    await expect(ask(getAnswer, { id })).rejects.toMatchObject({ status: 404 });
    await expect(answer(id)).rejects.toMatchObject({ key: 'consultations:refusals.already.closed' });
  });

  test('nothing that names a person gets into the base', async () => {
    const id = await asked();
    await answer(id);
    await expect(publish(id, { answer: 'Зателефонуйте 050 123-45-67' })).rejects.toMatchObject({
      key: 'consultations:refusals.personalData',
      params: { found: '050 123-45-67' },
    });
    await expect(publish(id, { confirmed: false })).rejects.toMatchObject({
      issues: [{ path: 'confirmed' }],
    });
    await publish(id);
    expect(JSON.stringify(await ask(getAnswer, { id }))).not.toContain('ganna');
  });
});

describe('the base', () => {
  test('is found by other endings of words, best first, and by service', async () => {
    const [one, two] = [await asked(), await asked('Чи є пандус біля входу до Центру?')];
    await answer(one);
    await answer(two);
    await publish(one, { serviceCode: '01-01' });
    await publish(two, { question: 'Чи є пандус біля входу до Центру?', answer: 'Так, із вулиці.' });
    const find = async (words: string, serviceCode?: string) =>
      (await ask(searchAnswers, { words, serviceCode })).answers.map(({ id }) => id);
    expect(await find('субсидію довідки')).toEqual([one]);
    expect(await find('пандуса')).toEqual([two]);
    expect(await find("сім'я вхід")).toEqual([one]);
    expect(await find('100% _')).toEqual([]);
    expect((await find('')).toSorted()).toEqual([one, two].toSorted());
    expect(await find('', '01-01')).toEqual([one]);
  });
});

test('figures count answers by channel and how many came by our aim', async () => {
  for (let index = 0; index < 6; index += 1) {
    await run(clerk, recordCall, { question: `${QUESTION} ${index}`, answer: ANSWER });
    const id = await asked(`${QUESTION} з сайту ${index}`);
    clock.travelTo(new Date(index < 3 ? '2026-03-09T08:00:00Z' : '2026-03-20T08:00:00Z'));
    await answer(id);
    clock.travelTo(NOW);
  }
  const read = (figure: typeof answeredFigure) =>
    city.connections.database
      .transaction()
      .execute((tx) => readFigure(tx, figure, { from: '2026-01-01', to: '2026-12-31', by: ['channel'] }));
  const counted = await read(answeredFigure);
  expect(counted.total.value).toBe(12);
  expect(new Map(counted.breakdown.map(({ by, value }) => [by['channel'], value]))).toEqual(
    new Map([
      ['site', 6],
      ['telephone', 6],
    ]),
  );
  const inAim = await read(inAimFigure);
  expect(inAim.breakdown.find(({ by }) => by['channel'] === 'site')?.value).toBe(50);
});

test('the demo’s questions are there once, and nobody was written to', async () => {
  const { database } = city.connections;
  await Promise.all([seedConsultations(database, true, NOW), seedConsultations(database, true, NOW)]);
  const { counts } = await ask(listQuestions, {}, clerk);
  expect(counts).toEqual({ asked: 2, answered: 1, published: 4, closed: 0 });
  expect(await letters()).toEqual([]);
});
