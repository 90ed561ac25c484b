import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll } from 'vitest';
import type { z } from 'zod';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { searchAddresses } from '../address-register/index.ts';
import { addressRegister } from '../address-register/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { enterResident } from './actions/enter-resident.ts';
import { makeRnokpp } from './seed/demo-residents.ts';
import { communityRegister } from './system.ts';

type Tx = Parameters<typeof searchAddresses>[0];

/** A city with addresses and the demo's people for the tests of a file. */
let city: City;
let specialist: Actor = RESIDENT;
export const houses = { first: '', second: '' };
let serial = 0;

beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, addressRegister, communityRegister]);
  await seedCity(city);
  const actors = await inTx((tx) => findActorsByLogin(tx, ['specialist-dnap-residence']));
  specialist = actors.get('specialist-dnap-residence') ?? RESIDENT;
  houses.first = await houseOf('кільцева 5');
  houses.second = await houseOf('театральна 7');
}, 60_000);
afterAll(() => city.connections.close());

export function inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return city.connections.database.transaction().execute(work);
}
const houseOf = async (words: string) => (await inTx((tx) => searchAddresses(tx, words)))[0]?.id ?? '';

export async function run<I extends z.ZodType, O extends z.ZodType>(
  action: ActionDefinition<I, O>,
  input: z.input<I>,
  actor = specialist,
): Promise<z.output<O>> {
  return action.output.parse(await performAction(city, action, input, { actor, key: uuid() }));
}
export async function ask<I extends z.ZodType, O extends z.ZodType>(
  query: QueryDefinition<I, O>,
  input: z.input<I>,
  actor = specialist,
): Promise<z.output<O>> {
  return query.output.parse(await askQuery(city, query, input, { actor }));
}

/** A person that nobody else is, living at the first house since 2020. */
export async function enter(more: Partial<z.input<typeof enterResident.input>> = {}) {
  serial += 1;
  const rnokpp = makeRnokpp('1984-03-09', 'male', serial);
  const letter = 'АБВГДЕЖЗІКЛМНОПРСТУФХЦЧШЩЮЯ'[serial % 27];
  const given = {
    name: `Перевірко ${letter}натоль Петрович`,
    birthDate: '1984-03-09',
    sex: 'male' as const,
    rnokpp,
    residence: { addressId: houses.first, from: '2020-02-01' },
    ...more,
  };
  return { ...given, ...(await run(enterResident, given)) };
}

export const database = () => city.connections.database;
export const clerk = () => specialist;
/** A specialist of another body. */
export const stranger = (): Actor => ({ ...specialist, unitId: uuid() });
