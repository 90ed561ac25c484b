import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { type TravellingClock, travellingClock } from '../../kernel/clock/system-clock.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import type { Job } from '../../kernel/jobs/job.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { holdVisit } from './actions/hold-visit.ts';
import { booking } from './system.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface BookingCity {
  readonly city: City;
  readonly clock: TravellingClock;
  run<I extends z.ZodType, O extends z.ZodType>(
    action: ActionDefinition<I, O>,
    input: z.input<I>,
    login?: string,
  ): Promise<z.output<O>>;
  ask<I extends z.ZodType, O extends z.ZodType>(
    query: QueryDefinition<I, O>,
    input: z.input<I>,
    login?: string,
  ): Promise<z.output<O>>;
  work(job: Job): Promise<void>;
  /** Holds a visit and tells the word of its letter. */
  hold(
    startsAt: string,
    more?: Partial<z.input<typeof holdVisit.input>>,
  ): Promise<{ code: string; word: string }>;
  /** All letters, the oldest first. */
  letters(): Promise<readonly Letter[]>;
  /** Steps taken, and steps that visits and freed visits account for: never different. */
  sums(): Promise<{ taken: number; held: number; over: number }>;
}

/** 20 minutes by its card. */
export const SERVICE = '01-01';

/** The demo hall with its hours, services and slots. */
export async function makeBookingCity(now: string): Promise<BookingCity> {
  const clock = travellingClock(new Date(now));
  const city = await makeTestCity([serviceCatalogue, staff, queue, booking], clock);
  await seedCity(city);
  const { database } = city.connections;
  const found = await database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, ['head', 'administrator-01']));
  const actor = (login: string | undefined): Actor =>
    login === undefined ? RESIDENT : (found.get(login) ?? RESIDENT);
  const run: BookingCity['run'] = async (action, input, login) =>
    action.output.parse(await performAction(city, action, input, { actor: actor(login), key: uuid() }));
  return {
    city,
    clock,
    run,
    ask: async (query, input, login) =>
      query.output.parse(await askQuery(city, query, input, { actor: actor(login) })),
    work: (job) => job.run({ database, now: clock.now() }),
    async hold(startsAt, more = {}) {
      const email = more.email ?? `${uuid()}@example.org`;
      const { code } = await run(holdVisit, { services: [SERVICE], startsAt, email, ...more });
      return { code, word: await wordOf(city, code) };
    },
    async letters() {
      const { rows } = await sql<Letter>`
        select to_address as "to", subject, body_text as text from kernel.letters order by created_at, id`.execute(
        database,
      );
      return rows;
    },
    sums: () => readSums(city),
  };
}

async function wordOf({ connections }: City, code: string): Promise<string> {
  const { rows } = await sql<{ word: string }>`
    select confirm_word as word from booking.bookings where code = ${code}`.execute(connections.database);
  return rows[0]?.word ?? '';
}

export async function readSums({ connections }: Pick<City, 'connections'>) {
  const { rows } = await sql<{ taken: number; held: number; over: number }>`
    select (select coalesce(sum(taken), 0)::int from booking.slots) as taken,
           (select coalesce(sum(all_steps), 0)::int from booking.bookings
             where state in ('held', 'confirmed', 'arrived', 'served', 'no-show'))
           + (select coalesce(sum(steps), 0)::int from booking.freed) as held,
           (select count(*)::int from booking.slots where taken > capacity) as over`.execute(
    connections.database,
  );
  return rows[0] ?? { taken: -1, held: -2, over: -3 };
}
