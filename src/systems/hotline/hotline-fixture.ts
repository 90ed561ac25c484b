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
import { appeals } from '../appeals/system.ts';
import { consultations } from '../consultations/system.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { hotline } from './system.ts';

const LOGINS = ['operator-01', 'operator-02', 'specialist-utilities', 'integrator', 'mayor'] as const;
type Login = (typeof LOGINS)[number] | 'resident';

export interface HotlineCity {
  readonly city: City;
  readonly clock: ReturnType<typeof travellingClock>;
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
}

/** The demo city's line at a moment, with what its operators may read out. */
export async function makeHotlineCity(now: Date): Promise<HotlineCity> {
  const clock = travellingClock(now);
  const systems = [serviceCatalogue, staff, queue, consultations, addressRegister, appeals, hotline];
  const city = await makeTestCity(systems, clock);
  await seedCity(city);
  const actors: ReadonlyMap<string, Actor> = await city.connections.database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, LOGINS));
  const actorOf = (login: Login) => actors.get(login) ?? RESIDENT;
  return {
    city,
    clock,
    act: async (login, action, input) =>
      action.output.parse(await performAction(city, action, input, { actor: actorOf(login), key: uuid() })),
    ask: async (login, query, input) =>
      query.output.parse(await askQuery(city, query, input, { actor: actorOf(login) })),
  };
}
