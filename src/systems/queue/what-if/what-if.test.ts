import { afterAll, beforeAll, expect, test } from 'vitest';
import { RESIDENT } from '../../../kernel/actions/actor.ts';
import { askQuery } from '../../../kernel/actions/ask-query.ts';
import type { City } from '../../../kernel/city.ts';
import { travellingClock } from '../../../kernel/clock/system-clock.ts';
import { findActorsByLogin } from '../../../kernel/identity/find-actor.ts';
import { seedCity } from '../../../kernel/start-city.ts';
import { makeTestCity } from '../../../kernel/testing/make-test-city.ts';
import { serviceCatalogue } from '../../service-catalogue/system.ts';
import { staff } from '../../staff/system.ts';
import { whatIf } from '../queries/what-if.ts';
import { queue } from '../system.ts';

let city: City;
/** A Tuesday: the demo hall has its Monday. */
beforeAll(async () => {
  city = await makeTestCity(
    [serviceCatalogue, staff, queue],
    travellingClock(new Date('2026-03-03T10:00:00Z')),
  );
  await seedCity(city);
}, 60_000);
afterAll(() => city.connections.close());

async function ask(input: object) {
  const found = await city.connections.database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, ['head']));
  const answer = await askQuery(
    city,
    whatIf,
    { hall: 'main', ...input },
    { actor: found.get('head') ?? RESIDENT },
  );
  return whatIf.output.parse(answer);
}

test('the day as it was is replayed near to the truth, and everyone is in it', async () => {
  const { day, visitors, real, asItWas, changed, truth } = await ask({});
  expect(day).toBe('2026-03-02');
  expect(visitors).toBeGreaterThan(200);
  expect(asItWas.all.count + asItWas.left).toBe(visitors);
  expect(real.count).toBe(visitors);
  expect(Math.abs((asItWas.all.median ?? 0) - (real.median ?? 0))).toBeLessThanOrEqual(3);
  expect(Math.abs((asItWas.all.p90 ?? 0) - (real.p90 ?? 0))).toBeLessThanOrEqual(6);
  expect(changed).toEqual(asItWas);
  const told = truth.reduce((sum, one) => sum + one.told, 0);
  expect(told).toBe(visitors);
});

test('more windows in the morning shorten the waits of that sector and idle more; other sectors stay as they were', async () => {
  const windows = { 'registration 8': 6, 'registration 9': 7, 'registration 10': 7, 'registration 11': 7 };
  const { asItWas, changed, wanted } = await ask({ windows });
  expect(wanted['registration 9']).toBe(7);
  expect(changed.all.median ?? 0).toBeLessThan(asItWas.all.median ?? 0);
  expect(changed.idleShare ?? 0).toBeGreaterThan(asItWas.idleShare ?? 0);
  const others = (list: typeof changed.byHour) => list.filter(({ sector }) => sector !== 'registration');
  expect(others(changed.byHour)).toEqual(others(asItWas.byHour));
});

test('nobody is lost when windows take everyone or visitors book; nobody is received without windows', async () => {
  const pooled = await ask({ split: 'any' });
  expect(pooled.changed.all.count).toBe(pooled.visitors);
  const booked = await ask({ booked: 60 });
  expect(booked.changed.all.count + booked.changed.left).toBe(booked.visitors);
  const { staffing } = booked;
  const closed = Object.fromEntries(
    Object.keys(staffing)
      .filter((key) => key.startsWith('social'))
      .map((key) => [key, 0]),
  );
  const without = await ask({ windows: closed });
  const social = without.asItWas.byHour.filter(({ sector }) => sector === 'social');
  expect(without.changed.left).toBe(social.reduce((sum, one) => sum + one.count, 0));
});

test('a day without visitors and the present day are told', async () => {
  expect(await ask({ day: '2026-01-07' })).toMatchObject({ visitors: 0, hours: [], real: { median: null } });
  await expect(ask({ day: '2026-03-03' })).rejects.toMatchObject({ key: 'queue:whatIf.onlyPast' });
});
