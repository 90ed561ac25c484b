import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { Actor } from '../../kernel/actions/actor.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { type TravellingClock, travellingClock } from '../../kernel/clock/system-clock.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import type { System } from '../../kernel/system.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import type { ApplicantInput } from './application-input.ts';
import { registerApplication } from './actions/register-application.ts';
import { keepServiceNames } from './seed-names.ts';
import { applications } from './system.ts';

export interface ApplicationsCity {
  readonly city: City;
  readonly clock: TravellingClock;
  /** Demo staff by login: `administrator-01`, `specialist-architecture`. */
  actor(login: string): Actor;
  run<I extends z.ZodType, O extends z.ZodType>(
    login: string,
    action: ActionDefinition<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
  ask<I extends z.ZodType, O extends z.ZodType>(
    login: string,
    query: QueryDefinition<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
  register(
    more?: Partial<z.input<typeof registerApplication.input>>,
  ): Promise<z.output<typeof registerApplication.output>>;
}

/** A person of RULEBOOK §10, whose number is public there as a test. */
export const OKSANA: ApplicantInput = {
  kind: 'person',
  name: 'Гнатюк Оксана Василівна',
  code: '1759013776',
  phone: '+380501112233',
  email: 'oksana@example.org',
};

/** 15 working days, two bodies may give it, etc.: see `services.json`. */
export async function makeApplicationsCity(
  now: string,
  more: readonly System[] = [],
): Promise<ApplicationsCity> {
  const clock = travellingClock(new Date(now));
  const city = await makeTestCity([serviceCatalogue, staff, queue, applications, ...more], clock);
  // The demo's staff sign in; its applications would only be in the way of counting.
  await seedCity({ ...city, systems: [serviceCatalogue, staff, queue] });
  await keepServiceNames(city.connections.database, clock.now());
  const actors = await readActors(city);
  const actor = (login: string): Actor => {
    const found = actors.get(login);
    if (found === undefined) throw new Error(`no demo staff ${login}`);
    return found;
  };
  const run: ApplicationsCity['run'] = async (login, action, input) =>
    action.output.parse(await performAction(city, action, input, { actor: actor(login), key: uuid() }));
  return {
    city,
    clock,
    actor,
    run,
    ask: async (login, query, input) =>
      query.output.parse(await askQuery(city, query, input, { actor: actor(login) })),
    register: (more = {}) =>
      run('administrator-01', registerApplication, { serviceCode: '01-01', applicant: OKSANA, ...more }),
  };
}

async function readActors(city: City): Promise<ReadonlyMap<string, Actor>> {
  return city.connections.database.transaction().execute(async (tx) => {
    const logins = await tx.selectFrom('kernel.staff').select('login').execute();
    return findActorsByLogin(
      tx,
      logins.map(({ login }) => login),
    );
  });
}
