import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { Actor } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { type TravellingClock, travellingClock } from '../../kernel/clock/system-clock.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { recordOutcome, takeApplication } from '../applications/index.ts';
import { applications } from '../applications/system.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { fileComplex } from './actions/file-complex.ts';
import { followPartsJob } from './jobs/follow-parts.ts';
import { seedPlans } from './seed/seed-plans.ts';
import { complexServices } from './system.ts';

/** A person of RULEBOOK §10, whose number is public there as a test. */
export const OKSANA = {
  kind: 'person' as const,
  name: 'Гнатюк Оксана Василівна',
  code: '1759013776',
  email: 'oksana@example.org',
};

export const BIRTH = {
  'child-name': 'Гнатюк Злата',
  'child-born': '2026-02-20',
  'child-sex': 'girl',
  'medical-number': 'HM12-4455',
  'home-address': 'м. Кропивницький, вул. Полтавська, 7',
  'large-family': true,
};

export type Filed = z.output<(typeof fileComplex)['output']>;

export interface ComplexCity {
  readonly city: City;
  readonly clock: TravellingClock;
  actor(login: string): Actor;
  run<I extends z.ZodType, O extends z.ZodType>(
    login: string,
    action: ActionDefinition<I, O>,
    input: z.input<I>,
    key?: string,
  ): Promise<z.output<O>>;
  ask<I extends z.ZodType, O extends z.ZodType>(
    login: string,
    query: QueryDefinition<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
  /** Oksana files «єМалятко» with these parts. */
  file(parts: readonly number[], more?: Partial<z.input<(typeof fileComplex)['input']>>): Promise<Filed>;
  /** The body's specialist takes the part's application and decides. */
  decide(caseId: string, body: string, outcome: 'granted' | 'refused'): Promise<void>;
  /** Jobs follow every change that was left for them. */
  follow(): Promise<void>;
}

export async function makeComplexCity(now: string): Promise<ComplexCity> {
  const clock = travellingClock(new Date(now));
  const city = await makeTestCity([serviceCatalogue, staff, queue, applications, complexServices], clock);
  await seedCity({ ...city, systems: [serviceCatalogue, staff, queue] });
  await seedPlans(city.connections.database);
  const actors = await readActors(city);
  const actor = (login: string): Actor => {
    const found = actors.get(login);
    if (found === undefined) throw new Error(`no demo staff ${login}`);
    return found;
  };
  const run: ComplexCity['run'] = async (login, action, input, key = uuid()) =>
    action.output.parse(await performAction(city, action, input, { actor: actor(login), key }));
  return {
    city,
    clock,
    actor,
    run,
    ask: async (login, query, input) =>
      query.output.parse(await askQuery(city, query, input, { actor: actor(login) })),
    file: (parts, more = {}) =>
      run('administrator-01', fileComplex, {
        planCode: 'e-maliatko',
        parts: [...parts],
        applicant: OKSANA,
        answers: BIRTH,
        documents: ['Паспорти батьків'],
        ...more,
      }),
    async decide(caseId, body, outcome) {
      await run(`specialist-${body}`, takeApplication, { caseId });
      const reasons = outcome === 'refused' ? ['documents-missing'] : [];
      await run(`specialist-${body}`, recordOutcome, { caseId, outcome, reasons });
    },
    follow: () => followPartsJob.run({ database: city.connections.database, now: clock.now() }),
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
