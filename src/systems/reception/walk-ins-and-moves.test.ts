import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import { kyivInstant, kyivTime } from '../../kernel/calendar/kyiv-time.ts';
import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { appeals } from '../appeals/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { bookForVisitor } from './actions/book-for-visitor.ts';
import { bookVisit } from './actions/book-visit.ts';
import { cancelVisit } from './actions/cancel-visit.ts';
import { closeDays } from './actions/close-days.ts';
import { markNoShow } from './actions/mark-no-show.ts';
import { moveVisit } from './actions/move-visit.ts';
import { receiveWalkIn } from './actions/receive-walk-in.ts';
import { recordCard } from './actions/record-card.ts';
import { setHours } from './actions/set-hours.ts';
import { remind } from './jobs/remind.ts';
import { freePlaces } from './queries/free-places.ts';
import { timeLeft } from './queries/time-left.ts';
import { visitStatus } from './queries/visit-status.ts';
import { reception } from './system.ts';

/** Thursdays: the mayor receives from nine to ten, three people. */
const DAY = '2026-03-12';
const NEXT = '2026-03-19';
const clock = travellingClock(new Date('2026-03-02T08:00:00Z'));

let city: City;
let actors: ReadonlyMap<string, Actor>;
beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, appeals, reception], clock);
  await seedCity(city);
  actors = await city.connections.database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, ['registrar-01', 'mayor', 'deputy-mayor']));
});
afterAll(() => city.connections.close());

/** An empty timetable but for one hour; nobody booked. */
beforeEach(async () => {
  clock.travelTo(new Date('2026-03-02T08:00:00Z'));
  await city.connections.withOwner((owner) =>
    owner.query(`truncate reception.visits, reception.questions, reception.hours, reception.closures cascade;
                 truncate kernel.letters`),
  );
  const hours = { weekday: 4, from: '09:00', to: '10:00', minutes: 20, place: 'кабінет 110' };
  await act(setHours, { leaderId: idOf('mayor'), ...hours });
});

const idOf = (login: string) => actors.get(login)?.staffId ?? '';
const actorOf = (login: string) => actors.get(login) ?? RESIDENT;
const at = (time: string, day = DAY) => kyivInstant(day, time).toISOString();

async function act<I extends z.ZodType, O extends z.ZodType>(
  action: ActionDefinition<I, O>,
  input: z.input<I>,
  login = 'registrar-01',
): Promise<z.output<O>> {
  return action.output.parse(
    await performAction(city, action, input, { actor: actorOf(login), key: uuid() }),
  );
}
async function ask<I extends z.ZodType, O extends z.ZodType>(
  query: QueryDefinition<I, O>,
  input: z.input<I>,
  login = 'registrar-01',
): Promise<z.output<O>> {
  return query.output.parse(await askQuery(city, query, input, { actor: actorOf(login) }));
}

const walkIn = (phone = '', login?: string) =>
  act(receiveWalkIn, { leaderId: idOf('mayor'), name: 'Мороз Ганна', phone, question: 'Дах тече.' }, login);
const book = (time: string, number: number, day = DAY) =>
  act(bookForVisitor, {
    leaderId: idOf('mayor'),
    startsAt: at(time, day),
    name: `Людина ${number}`,
    phone: `+38050000000${number}`,
    email: `p${number}@example.org`,
    question: 'Дах тече.',
  });
const timeOf = ({ startsAt }: { startsAt: string }) => kyivTime(new Date(startsAt));

async function letters(): Promise<readonly { to: string; subject: string; text: string }[]> {
  const { rows } = await sql<{ to: string; subject: string; text: string }>`
    select to_address as to, subject, body_text as text from kernel.letters order by created_at, id`.execute(
    city.connections.database,
  );
  return rows;
}

describe('somebody without booking', () => {
  it('gets the time that runs or comes next and is free; the card is filled in at once', async () => {
    await book('09:00', 1);
    clock.travelTo(kyivInstant(DAY, '09:25'));
    const { visitId, ...visit } = await walkIn();
    expect(timeOf(visit)).toBe('09:20');
    await act(recordCard, { visitId, questions: [{ text: 'Дах тече.', outcome: 'explained' }] }, 'mayor');
    expect((await ask(visitStatus, { code: visit.code })).state).toBe('came');
  });

  it('gets the time of one who did not come, and nobody gets it twice', async () => {
    const [first] = [await book('09:00', 1), await book('09:20', 2), await book('09:40', 3)];
    clock.travelTo(kyivInstant(DAY, '09:10'));
    await expect(walkIn()).rejects.toMatchObject({ key: 'reception:refusals.noTimeLeft' });
    await act(markNoShow, { visitId: first.visitId });
    expect((await ask(timeLeft, {})).leaders[0]?.times.map((startsAt) => timeOf({ startsAt }))).toEqual([
      '09:00',
    ]);
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => walkIn()));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('all who come at once are spread over what is left, one a time', async () => {
    clock.travelTo(kyivInstant(DAY, '08:50'));
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => walkIn()));
    const times = tries.flatMap((one) => (one.status === 'fulfilled' ? [timeOf(one.value)] : []));
    expect(times.toSorted()).toEqual(['09:00', '09:20', '09:40']);
  });

  it('is told that they are booked already', async () => {
    await book('09:40', 1);
    clock.travelTo(kyivInstant(DAY, '09:00'));
    await expect(walkIn('+380500000001')).rejects.toMatchObject({ key: 'reception:refusals.alreadyBooked' });
  });

  it('is not received on another day, after the hours, on a closed day or by another leader’s hand', async () => {
    await expect(walkIn()).rejects.toMatchObject({ key: 'reception:refusals.noTimeLeft' });
    clock.travelTo(kyivInstant(DAY, '10:00'));
    await expect(walkIn()).rejects.toMatchObject({ key: 'reception:refusals.noTimeLeft' });
    clock.travelTo(kyivInstant(DAY, '08:00'));
    await expect(walkIn('', 'deputy-mayor')).rejects.toMatchObject({ status: 403 });
    await act(closeDays, { leaderId: null, fromDay: DAY, toDay: DAY, reason: 'Сесія ради' });
    await expect(walkIn()).rejects.toMatchObject({ key: 'reception:refusals.noTimeLeft' });
    expect((await ask(timeLeft, {})).leaders).toEqual([]);
  });
});

describe('moving a booking', () => {
  it('frees the old time, takes the new one, and is written to the person', async () => {
    const { code } = await book('09:00', 1);
    const moved = await act(moveVisit, { code, startsAt: at('09:40', NEXT) }, 'nobody');
    expect(moved.startsAt).toBe(at('09:40', NEXT));
    const { places } = await ask(freePlaces, { leaderId: idOf('mayor') });
    const free = places.map(({ startsAt }) => startsAt);
    expect([free.includes(at('09:00')), free.includes(at('09:40', NEXT))]).toEqual([true, false]);
    const last = (await letters()).at(-1);
    expect(last).toMatchObject({ to: 'p1@example.org', subject: 'Ваш прийом перенесено' });
    expect(last?.text).toContain('19 березня 2026, четвер, 09:40');
  });

  it('never lands on a time that is taken, also of two at once', async () => {
    const [one, other] = [await book('09:00', 1), await book('09:20', 2)];
    await expect(act(moveVisit, { code: one.code, startsAt: at('09:20') })).rejects.toMatchObject({
      key: 'reception:refusals.placeTaken',
    });
    const startsAt = at('09:40');
    const tries = await Promise.allSettled([
      act(moveVisit, { code: one.code, startsAt }),
      act(moveVisit, { code: other.code, startsAt }),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is refused where the timetable has no such time, on the day itself, and when it was cancelled', async () => {
    const { code } = await book('09:00', 1);
    const to = (startsAt: string, login = 'nobody') => act(moveVisit, { code, startsAt }, login);
    await expect(to(at('09:10'))).rejects.toMatchObject({ key: 'reception:refusals.noSuchPlace' });
    clock.travelTo(kyivInstant(DAY, '08:00'));
    await expect(to(at('09:20', NEXT))).rejects.toMatchObject({ key: 'reception:refusals.tooLateToMove' });
    // By telephone the desk still moves it.
    await to(at('09:20', NEXT), 'registrar-01');
    await act(cancelVisit, { code });
    await expect(to(at('09:40', NEXT))).rejects.toMatchObject({ key: 'reception:refusals.state.cancelled' });
  });
});

describe('the leader’s side', () => {
  it('closes its own days only, and everybody who booked is written to or named for a call', async () => {
    await book('09:00', 1);
    await book('09:20', 2);
    await act(bookForVisitor, {
      leaderId: idOf('mayor'),
      startsAt: at('09:40'),
      name: 'Без пошти',
      phone: '+380500000009',
      question: 'Дах тече.',
    });
    const closing = { fromDay: DAY, toDay: DAY, reason: 'Відрядження' };
    for (const leaderId of [idOf('mayor'), null])
      await expect(act(closeDays, { ...closing, leaderId }, 'deputy-mayor')).rejects.toMatchObject({
        status: 403,
      });
    const done = await act(closeDays, { ...closing, leaderId: idOf('mayor') }, 'mayor');
    expect(done).toMatchObject({ cancelled: 3, toCall: 1 });
    const told = (await letters()).filter(
      ({ subject }) => subject === 'Прийому не буде, виберіть інший день',
    );
    expect(told.map(({ to }) => to).toSorted()).toEqual(['p1@example.org', 'p2@example.org']);
  });
});

describe('the reminder', () => {
  const work = () => remind.run({ database: city.connections.database, now: clock.now() });
  const reminded = async () =>
    (await letters()).filter(({ subject }) => subject === 'Завтра ви йдете на прийом').map(({ to }) => to);

  it('comes the day before, by day, once, and not to those who cancelled', async () => {
    await book('09:00', 1);
    const { code } = await book('09:20', 2);
    await book('09:40', 3, NEXT);
    await act(cancelVisit, { code });
    for (const [time, expected] of [
      ['07:00', []],
      ['09:30', ['p1@example.org']],
      ['12:00', ['p1@example.org']],
    ] as const) {
      clock.travelTo(kyivInstant('2026-03-11', time));
      await Promise.all([work(), work()]);
      expect(await reminded()).toEqual(expected);
    }
  });

  it('comes again for the new day of a booking that moved', async () => {
    const { code } = await book('09:00', 1);
    clock.travelTo(kyivInstant('2026-03-11', '10:00'));
    await work();
    await act(moveVisit, { code, startsAt: at('09:00', NEXT) });
    clock.travelTo(kyivInstant('2026-03-18', '10:00'));
    await work();
    expect(await reminded()).toEqual(['p1@example.org', 'p1@example.org']);
  });

  it('does not follow at once on a booking made that very day', async () => {
    clock.travelTo(kyivInstant('2026-03-11', '11:00'));
    await act(
      bookVisit,
      {
        leaderId: idOf('mayor'),
        startsAt: at('09:00'),
        name: 'Людина',
        email: 'late@example.org',
        question: 'Дах тече.',
      },
      'nobody',
    );
    await work();
    expect(await reminded()).toEqual([]);
  });
});
