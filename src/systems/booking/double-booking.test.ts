import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RESIDENT } from '../../kernel/actions/actor.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { connectCity, type CityDatabase } from '../../kernel/database/open-database.ts';
import { cancelVisit } from './actions/cancel-visit.ts';
import { confirmVisit } from './actions/confirm-visit.ts';
import { holdVisit } from './actions/hold-visit.ts';
import { moveVisit } from './actions/move-visit.ts';
import { type BookingCity, makeBookingCity, readSums, SERVICE } from './booking-fixture.ts';
import { MOST_OPEN } from './booking.ts';
import { expireHolds } from './jobs/expire-holds.ts';
import { giveFreed } from './jobs/give-freed.ts';

/** Monday, an hour before the doors open. */
const NOW = '2026-03-02T05:00:00Z';
const BOOKERS = 64;

let house: BookingCity;
/** A second process, as far as the database can tell: a pool of its own. */
let second: CityDatabase;
let cities: readonly City[];

beforeAll(async () => {
  house = await makeBookingCity(NOW);
  const { url, ownerUrl } = house.city.connections;
  second = connectCity({ url, ownerUrl, cluster: undefined, applicationName: 'second' }, 16);
  cities = [house.city, { ...house.city, connections: { ...house.city.connections, ...second } }];
}, 60_000);
afterAll(async () => {
  await second.close();
  await house.city.connections.close();
});

const cityOf = (index: number): City => cities[index % 2] ?? house.city;
const asResident = () => ({ actor: RESIDENT, key: uuid() });

function hold(index: number, startsAt: string, email = `booker-${uuid()}@example.org`) {
  return performAction(cityOf(index), holdVisit, { services: [SERVICE], startsAt, email }, asResident()).then(
    (output) => holdVisit.output.parse(output),
  );
}

function reasonsOf(tries: readonly PromiseSettledResult<unknown>[]): readonly string[] {
  return tries.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
}

test('64 bookers of overlapping times over two pools: never over capacity, and every step accounted for', async () => {
  const times = ['07:00', '07:10', '07:20', '07:00'].map((time) => `2026-03-03T${time}:00.000Z`);
  const tries = await Promise.allSettled(
    Array.from({ length: BOOKERS }, (_, index) => hold(index, times[index % times.length] ?? '')),
  );
  const done = tries.filter(({ status }) => status === 'fulfilled').length;
  expect(new Set(reasonsOf(tries))).toEqual(new Set(['Refusal: booking:refusals.timeTaken']));
  const { rows } = await sql<{ steps: number; capacity: number }>`
    select max(b.steps) as steps, (select max(capacity) from booking.slots where sector = max(b.sector)) as capacity
      from booking.bookings b`.execute(house.city.connections.database);
  const { steps = 0, capacity = 0 } = rows[0] ?? {};
  // However the times overlap, so many visits fit at least, and no step is taken twice.
  expect(done).toBeGreaterThanOrEqual(capacity);
  const sums = await house.sums();
  expect(sums).toEqual({ taken: done * steps, held: done * steps, over: 0 });
});

test('one person in eight tabs has at most so many open visits', async () => {
  const email = 'Oksana@Example.org';
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, (_, index) =>
      hold(
        index,
        `2026-03-04T${String(7 + index).padStart(2, '0')}:00:00.000Z`,
        index % 2 === 0 ? email : ` ${email.toLowerCase()} `,
      ),
    ),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(MOST_OPEN);
  expect(new Set(reasonsOf(tries))).toEqual(new Set(['Refusal: booking:refusals.enoughVisits']));
  const { taken, held } = await house.sums();
  expect(taken).toBe(held);
});

test('a storm of holds, confirmations, moves, cancellations and expiries leaves every step accounted for', async () => {
  const { database } = house.city.connections;
  const at = (index: number) => `2026-03-06T0${7 + (index % 3)}:${(index % 6) * 10 || '00'}:00.000Z`;
  const live = async (index: number): Promise<void> => {
    const { code } = await hold(index, at(index));
    const { rows } = await sql<{ word: string }>`
      select confirm_word as word from booking.bookings where code = ${code}`.execute(database);
    const word = rows[0]?.word ?? '';
    if (index % 4 === 0) return;
    await performAction(cityOf(index), confirmVisit, { code, word }, asResident());
    const ways = [
      () => performAction(cityOf(index), moveVisit, { code, startsAt: at(index + 1) }, asResident()),
      () => performAction(cityOf(index + 1), cancelVisit, { code }, asResident()),
    ];
    const tries = await Promise.allSettled(ways.slice(0, index % 3).map((way) => way()));
    refused.push(...reasonsOf(tries));
  };
  const refused: string[] = [];
  refused.push(
    ...reasonsOf(await Promise.allSettled(Array.from({ length: BOOKERS }, (_, index) => live(index)))),
  );
  // No deadlock, no fault: only what a person is told.
  expect(refused.filter((reason) => !reason.startsWith('Refusal: booking:refusals.'))).toEqual([]);
  const later = new Date(Date.parse(NOW) + 6 * 60_000);
  await Promise.all([
    expireHolds.run({ database, now: later }),
    expireHolds.run({ database: second.database, now: later }),
    giveFreed.run({ database, now: later }),
    giveFreed.run({ database: second.database, now: later }),
  ]);
  const { taken, held, over } = await readSums(house.city);
  expect({ taken, over }).toEqual({ taken: held, over: 0 });
  const { rows } = await sql<{ wrong: number }>`
    select count(*)::int as wrong from booking.contacts c
     where c.open <> (select count(*) from booking.bookings b
                       where b.contact = c.contact and b.state in ('held', 'confirmed'))`.execute(database);
  expect(rows[0]?.wrong).toBe(0);
});
