import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { addressRegister } from '../address-register/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { approveAnswer } from './actions/approve-answer.ts';
import { draftAnswer } from './actions/draft-answer.ts';
import { giveResolution } from './actions/give-resolution.ts';
import { registerAppeal } from './actions/register-appeal.ts';
import { sendAnswer } from './actions/send-answer.ts';
import { seedReference } from './seed.ts';
import { appeals } from './system.ts';

const LOGINS = [
  'registrar-01',
  'operator-01',
  'mayor',
  'deputy-mayor',
  'specialist-utilities',
  'specialist-utilities-2',
  'specialist-education',
  'auditor',
] as const;
type Login = (typeof LOGINS)[number] | 'resident';

export interface AppealsCity {
  readonly city: City;
  readonly clock: ReturnType<typeof travellingClock>;
  readonly actors: ReadonlyMap<string, Actor>;
  act<I extends z.ZodType, O extends z.ZodType>(
    login: Login,
    action: ActionDefinition<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
  ask<I extends z.ZodType, O extends z.ZodType>(
    login: Login,
    query: QueryDefinition<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
  /** Registers an appeal from Галина; `more` of the card or its author. */
  register(
    more?: Partial<z.input<typeof registerAppeal.input>>,
  ): Promise<z.output<typeof registerAppeal.output>>;
}

/** A house of appeals at a moment: bodies, people, classifier, terms. */
export async function makeAppealsCity(now: string): Promise<AppealsCity> {
  const clock = travellingClock(new Date(now));
  const city = await makeTestCity([serviceCatalogue, staff, addressRegister, appeals], clock);
  await seedCity({ ...city, systems: [serviceCatalogue, staff] });
  await seedReference(city.connections.database);
  const actors = await city.connections.database.transaction().execute((tx) => findActorsByLogin(tx, LOGINS));
  const actorOf = (login: Login) => actors.get(login) ?? RESIDENT;
  const house: AppealsCity = {
    city,
    clock,
    actors,
    act: async (login, action, input) =>
      action.output.parse(await performAction(city, action, input, { actor: actorOf(login), key: uuid() })),
    ask: async (login, query, input) =>
      query.output.parse(await askQuery(city, query, input, { actor: actorOf(login) })),
    register: (more = {}) => house.act('registrar-01', registerAppeal, { ...LETTER, ...more }),
  };
  return house;
}

export const UTILITIES = { unitCode: 'utilities' };
export const ANSWER_TEXT = 'Дорогу полагоджено 1 квітня, ями засипано на всій вулиці.';

/** Resolved, drafted, approved and sent. */
export async function answerAppeal(house: AppealsCity, caseId: string) {
  const text = 'Розглянути, доповісти';
  await house.act('deputy-mayor', giveResolution, { caseId, executor: UTILITIES, text });
  const { answerId } = await house.act('specialist-utilities', draftAnswer, {
    caseId,
    kind: 'final',
    text: ANSWER_TEXT,
    outcomes: [{ no: 1, outcome: 'satisfied' }],
  });
  await house.act('deputy-mayor', approveAnswer, { answerId });
  return house.act('registrar-01', sendAnswer, { answerId, how: 'email' });
}

/** Letters that wait for an address, in the order they were written. */
export async function lettersTo(house: AppealsCity, address: string) {
  const { rows } = await sql<{ subject: string; body_text: string }>`
    select subject, body_text from kernel.letters where to_address = ${address} order by created_at, id`.execute(
    house.city.connections.database,
  );
  return rows;
}

const LETTER: z.input<typeof registerAppeal.input> = {
  channel: 'post',
  kind: 'application',
  questions: [{ topic: '090', text: 'Полагодити дорогу' }],
  author: {
    name: 'Ткаченко Галина Петрівна',
    address: 'вул. Полтавська, 12, кв. 4',
    email: 'halyna@example.org',
  },
  text: 'Прошу полагодити дорогу на вулиці Полтавській: після зими ями такі глибокі, що маршрутка не їде.',
};
