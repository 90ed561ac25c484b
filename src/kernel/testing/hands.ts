import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { type Actor, RESIDENT } from '../actions/actor.ts';
import { askQuery } from '../actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../actions/define.ts';
import { performAction } from '../actions/perform-action.ts';
import type { City } from '../city.ts';
import { findActorsByLogin, getActor } from '../identity/find-actor.ts';

/** What people of a test city do and ask, typed as the outside gets it; the login null is a resident. */
export interface Hands {
  actor(login: string | null): Actor;
  run<I extends z.ZodType, O extends z.ZodType>(
    login: string | null,
    action: ActionDefinition<I, O>,
    input: z.input<I>,
    key?: string,
  ): Promise<z.output<O>>;
  ask<I extends z.ZodType, O extends z.ZodType>(
    login: string | null,
    query: QueryDefinition<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
}

/** Of all staff that the city has been seeded with. */
export async function handsOf(city: City): Promise<Hands> {
  const actors = await city.connections.database.transaction().execute(async (tx) => {
    const staff = await tx.selectFrom('kernel.staff').select('login').execute();
    const logins = staff.map(({ login }) => login);
    return findActorsByLogin(tx, logins);
  });
  const actor = (login: string | null) => (login === null ? RESIDENT : getActor(actors, login));
  return {
    actor,
    run: async (login, action, input, key = uuid()) =>
      action.output.parse(await performAction(city, action, input, { actor: actor(login), key })),
    ask: async (login, query, input) =>
      query.output.parse(await askQuery(city, query, input, { actor: actor(login) })),
  };
}
