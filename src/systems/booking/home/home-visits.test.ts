import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { confirmHomeVisit } from '../actions/confirm-home-visit.ts';
import { endHomeVisit } from '../actions/end-home-visit.ts';
import { planHomeVisit } from '../actions/plan-home-visit.ts';
import { requestHomeVisit } from '../actions/request-home-visit.ts';
import { setCrewCapacity } from '../actions/set-crew-capacity.ts';
import { withdrawHomeVisit } from '../actions/withdraw-home-visit.ts';
import { type BookingCity, makeBookingCity, SERVICE } from '../booking-fixture.ts';
import { forgetPeople } from '../jobs/forget-people.ts';
import { homeVisitStatus } from '../queries/home-visit-status.ts';
import { listHomeVisits } from '../queries/list-home-visits.ts';

/** The demo crew goes out on Tuesdays and Thursdays, three visits a day. */
const TUESDAY = '2026-03-03';
const THURSDAY = '2026-03-05';
const CLERK = 'administrator-01';

let house: BookingCity;
beforeAll(async () => {
  house = await makeBookingCity('2026-03-02T07:00:00Z');
}, 60_000);
afterAll(() => house.city.connections.close());
beforeEach(async () => {
  const { database } = house.city.connections;
  await sql`delete from booking.home_visits`.execute(database);
  await sql`delete from booking.crew_days`.execute(database);
  await sql`delete from kernel.letters`.execute(database);
  house.clock.travelTo(new Date('2026-03-02T07:00:00Z'));
});

let asked = 0;
const ask = (more: { phone?: string; email?: string } = {}) => {
  asked += 1;
  const phone = `+380 50 ${1_000_000 + asked}`;
  const who = { name: 'Марія', phone, address: 'вул. Соборна, 1', reason: 'Не виходжу з дому', ...more };
  return house.run(requestHomeVisit, { services: [SERVICE], ...who });
};
const plan = (homeVisitId: string, day = TUESDAY) =>
  house.run(planHomeVisit, { homeVisitId, day, from: '10:00', to: '12:00' }, CLERK);
const refusal = (key: string) => expect.objectContaining({ key: `booking:home.refusals.${key}` });
const takenOn = async () => {
  const { rows } = await sql<{ day: string; taken: number }>`
    select day, taken from booking.crew_days order by day`.execute(house.city.connections.database);
  return Object.fromEntries(rows.map(({ day, taken }) => [day, taken]));
};

test('asked, planned by letter, confirmed by the person, done; a month later nobody is named', async () => {
  const { homeVisitId, code } = await ask({ email: 'maria@example.org' });
  await plan(homeVisitId);
  const [letter] = await house.letters();
  expect(letter).toMatchObject({
    to: 'maria@example.org',
    subject: 'Приїдемо до вас 3 березня 2026, 10:00–12:00',
  });
  expect(letter?.text).not.toMatch(/\{\{|undefined|booking:/);
  await house.run(confirmHomeVisit, { code });
  expect(await house.ask(homeVisitStatus, { code })).toMatchObject({ state: 'confirmed', day: TUESDAY });
  await house.run(endHomeVisit, { homeVisitId, verb: 'finish' }, CLERK);
  await expect(house.run(withdrawHomeVisit, { code })).rejects.toEqual(refusal('state.done'));
  house.clock.travelTo(new Date('2026-04-10T08:00:00Z'));
  await house.work(forgetPeople);
  const { visits } = await house.ask(listHomeVisits, { state: 'done' }, CLERK);
  expect(visits).toEqual([
    expect.objectContaining({ name: null, address: null, reason: null, state: 'done' }),
  ]);
});

test('a crew has so many visits a day, however many plan at once; who withdraws gives the place back', async () => {
  const all = [];
  for (let index = 0; index < 8; index += 1) all.push(await ask());
  const tries = await Promise.allSettled(all.map(({ homeVisitId }) => plan(homeVisitId)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(await takenOn()).toEqual({ [TUESDAY]: 3 });
  const index = tries.findIndex(({ status }) => status === 'fulfilled');
  await house.run(withdrawHomeVisit, { code: all[index]?.code ?? '' });
  expect(await takenOn()).toEqual({ [TUESDAY]: 2 });
  const { days } = await house.ask(listHomeVisits, {}, CLERK);
  expect(days[0]).toEqual({ day: TUESDAY, free: 1 });
});

test('another day takes its own place and leaves the former; a day without a crew is refused', async () => {
  const { homeVisitId } = await ask();
  await expect(plan(homeVisitId, '2026-03-04')).rejects.toEqual(refusal('dayFull'));
  await plan(homeVisitId);
  await plan(homeVisitId, THURSDAY);
  expect(await takenOn()).toEqual({ [TUESDAY]: 0, [THURSDAY]: 1 });
  await house.run(setCrewCapacity, { weekday: 3, visits: 1, validFrom: '2026-03-04' }, 'head');
  await plan(homeVisitId, '2026-03-04');
  expect(await takenOn()).toMatchObject({ '2026-03-04': 1, [THURSDAY]: 0 });
});

test('a telephone has one open request; a refusal says why in the person’s letter', async () => {
  const { homeVisitId } = await ask({ phone: '+380 50 111 22 33', email: 'p@example.org' });
  await expect(ask({ phone: '+38(050)1112233' })).rejects.toEqual(refusal('askedAlready'));
  await expect(house.run(endHomeVisit, { homeVisitId, verb: 'decline' }, CLERK)).rejects.toMatchObject({
    name: 'InvalidInput',
  });
  await house.run(
    endHomeVisit,
    { homeVisitId, verb: 'decline', answer: 'Ви живете в іншій громаді.' },
    CLERK,
  );
  expect((await house.letters())[0]?.text).toContain('Ви живете в іншій громаді.');
  await ask({ phone: '+380 50 111 22 33' });
});
