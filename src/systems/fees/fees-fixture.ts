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
import { createTestDatabase } from '../../kernel/testing/test-database.ts';
import { applications } from '../applications/system.ts';
import { registerApplication } from '../applications/actions/register-application.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { fees } from './system.ts';

/** A Friday before noon in Kyiv. */
export const NOW = new Date('2026-03-06T08:00:00Z');
export const IBAN = 'UA473052990000026005026707459';

export const OKSANA = { kind: 'person', name: 'Гнатюк Оксана Василівна', code: '1759013776' } as const;
export const MYKOLA = { kind: 'person', name: 'Їжакевич Микола Петрович', code: '3184710691' } as const;

export interface FeesCity {
  readonly city: City;
  readonly clock: ReturnType<typeof travellingClock>;
  run<I extends z.ZodType, O extends z.ZodType>(
    login: string,
    action: ActionDefinition<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
  ask<I extends z.ZodType, O extends z.ZodType>(
    login: string | null,
    query: QueryDefinition<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
  /** A case of this person and service. */
  apply(
    applicant?: typeof OKSANA | typeof MYKOLA,
    serviceCode?: string,
  ): Promise<{ id: string; number: string }>;
}

/** A city with its law of fees and staff, without the demo's own bills. */
export async function makeFeesCity(): Promise<FeesCity> {
  const clock = travellingClock(NOW);
  const connections = await createTestDatabase({ poolSize: 16 });
  const city = await makeTestCity([serviceCatalogue, staff, queue, applications, fees], clock, connections);
  await seedCity({ ...city, systems: [serviceCatalogue, staff, queue] });
  await fees.seed?.run(city.connections.database, { demo: false, now: NOW });
  const actors = await city.connections.database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, ['administrator-01', 'head', 'auditor', 'it']));
  const actor = (login: string | null): Actor =>
    login === null ? RESIDENT : (actors.get(login) ?? RESIDENT);
  const run: FeesCity['run'] = async (login, action, input) =>
    action.output.parse(await performAction(city, action, input, { actor: actor(login), key: uuid() }));
  return {
    city,
    clock,
    run,
    ask: async (login, query, input) =>
      query.output.parse(await askQuery(city, query, input, { actor: actor(login) })),
    apply: async (applicant = OKSANA, serviceCode = '01-01') => {
      const { caseId, number } = await run('administrator-01', registerApplication, {
        serviceCode,
        applicant,
      });
      return { id: caseId, number };
    },
  };
}
