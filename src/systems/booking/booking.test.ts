import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callNext } from '../queue/actions/call-next.ts';
import { openWindow } from '../queue/actions/open-window.ts';
import { takeTicket } from '../queue/actions/take-ticket.ts';
import { myWindow } from '../queue/index.ts';
import { cancelVisit } from './actions/cancel-visit.ts';
import { checkIn } from './actions/check-in.ts';
import { confirmVisit } from './actions/confirm-visit.ts';
import { joinWaitingList } from './actions/join-waiting-list.ts';
import { moveVisit } from './actions/move-visit.ts';
import { setCapacity } from './actions/set-capacity.ts';
import { type BookingCity, makeBookingCity, SERVICE } from './booking-fixture.ts';
import { expireHold } from './give-on.ts';
import { expireHolds } from './jobs/expire-holds.ts';
import { forgetPeople } from './jobs/forget-people.ts';
import { giveFreed } from './jobs/give-freed.ts';
import { makeSlotsJob } from './jobs/make-slots.ts';
import { remind } from './jobs/remind.ts';
import { settleDays } from './jobs/settle-days.ts';
import { freeTimes } from './queries/free-times.ts';
import { listVisits } from './queries/list-visits.ts';
import { visitStatus } from './queries/visit-status.ts';

const MONDAY = '2026-03-02T07:00:00Z';
const TUESDAY_TEN = '2026-03-03T08:00:00.000Z';
const MINUTE_MS = 60_000;

let house: BookingCity;
beforeAll(async () => {
  house = await makeBookingCity(MONDAY);
}, 60_000);
afterAll(() => house.city.connections.close());

beforeEach(async () => {
  const { database } = house.city.connections;
  for (const table of ['bookings', 'freed', 'waiting', 'contacts', 'slots'])
    await sql`delete from ${sql.table(`booking.${table}`)}`.execute(database);
  await sql`delete from kernel.letters`.execute(database);
  house.clock.travelTo(new Date(MONDAY));
  await house.work(makeSlotsJob);
});

const later = (minutes: number) =>
  house.clock.travelTo(new Date(house.clock.now().getTime() + minutes * MINUTE_MS));
const refusal = (key: string) => expect.objectContaining({ key: `booking:refusals.${key}` });
const isBalanced = async () => {
  const { taken, held, over } = await house.sums();
  return taken === held && over === 0;
};

async function confirmed(startsAt = TUESDAY_TEN, email = 'oksana@example.org'): Promise<string> {
  const { code, word } = await house.hold(startsAt, { email });
  await house.run(confirmVisit, { code, word });
  return code;
}

const stateOf = async (code: string) => (await house.ask(visitStatus, { code })).state;

/** Takes every free time of Tuesday, so that somebody has to wait. */
async function fillTuesday(): Promise<void> {
  await sql`update booking.slots set taken = capacity
             where starts_at >= '2026-03-03' and starts_at < '2026-03-04'`.execute(
    house.city.connections.database,
  );
}

describe('from the hold to the visit', () => {
  test('a hold is a letter with a word; the word confirms it once, a wrong one does not', async () => {
    const { code, word } = await house.hold(TUESDAY_TEN, { email: 'oksana@example.org' });
    const [letter] = await house.letters();
    expect(letter).toMatchObject({
      to: 'oksana@example.org',
      subject: 'Підтвердьте запис на 3 березня 2026, 10:00',
    });
    expect(letter?.text).toContain(word);
    await expect(house.run(confirmVisit, { code, word: 'AAAAAAAA' })).rejects.toEqual(refusal('wrongWord'));
    await house.run(confirmVisit, { code, word: word.toLowerCase() });
    expect(await stateOf(code)).toBe('confirmed');
    await expect(house.run(confirmVisit, { code, word })).rejects.toEqual(refusal('state.confirmed'));
    const letters = await house.letters();
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Підтвердьте запис на 3 березня 2026, 10:00',
      'Вас записано на 3 березня 2026, 10:00',
    ]);
    expect(letters.some(({ text }) => /\{\{|undefined|booking:/.test(text))).toBe(false);
  });

  test('what is not confirmed in five minutes is over at once, and its steps come back by themselves', async () => {
    const { code, word } = await house.hold(TUESDAY_TEN);
    later(5);
    expect(await stateOf(code)).toBe('expired');
    await expect(house.run(confirmVisit, { code, word })).rejects.toEqual(refusal('state.expired'));
    expect((await house.sums()).taken).toBeGreaterThan(0);
    await house.work(expireHolds);
    expect(await house.sums()).toEqual({ taken: 0, held: 0, over: 0 });
  });

  test('a booker need not wait for the job: what ran out is taken back in his own deed', async () => {
    const { database } = house.city.connections;
    await sql`update booking.slots set capacity = 1`.execute(database);
    const first = await house.hold(TUESDAY_TEN);
    await expect(house.hold(TUESDAY_TEN)).rejects.toEqual(refusal('timeTaken'));
    later(6);
    await house.hold(TUESDAY_TEN);
    expect(await stateOf(first.code)).toBe('expired');
    expect(await isBalanced()).toBe(true);
  });

  test('a crash in the middle of an expiry leaves the hold as it was, and the next run ends it', async () => {
    const { database } = house.city.connections;
    const { code } = await house.hold(TUESDAY_TEN);
    later(6);
    const crash = database.transaction().execute(async (tx) => {
      const { rows } = await sql<{
        id: string;
      }>`select id from booking.bookings where code = ${code}`.execute(tx);
      expect(await expireHold(tx, rows[0]?.id ?? '', house.clock.now())).toBe(true);
      throw new Error('killed');
    });
    await expect(crash).rejects.toThrow('killed');
    const { rows } = await sql<{ state: string }>`select state from booking.bookings`.execute(database);
    expect(rows).toEqual([{ state: 'held' }]);
    expect(await isBalanced()).toBe(true);
    await Promise.all([house.work(expireHolds), house.work(expireHolds)]);
    expect(await house.sums()).toEqual({ taken: 0, held: 0, over: 0 });
  });

  test('a cancelled visit comes back only after a while nobody knows', async () => {
    const code = await confirmed();
    await house.run(cancelVisit, { code });
    await expect(house.run(cancelVisit, { code })).rejects.toEqual(refusal('state.cancelled'));
    later(4);
    await house.work(giveFreed);
    expect((await house.sums()).taken).toBeGreaterThan(0);
    expect(await isBalanced()).toBe(true);
    later(42);
    await house.work(giveFreed);
    expect(await house.sums()).toEqual({ taken: 0, held: 0, over: 0 });
  });

  test('a visit moves to a free time, keeps its code, and is written about', async () => {
    const code = await confirmed();
    const startsAt = '2026-03-04T09:00:00.000Z';
    await house.run(moveVisit, { code, startsAt });
    expect(await house.ask(visitStatus, { code })).toMatchObject({ startsAt, state: 'confirmed' });
    await house.run(moveVisit, { code, startsAt });
    expect(await isBalanced()).toBe(true);
    expect((await house.letters()).at(-1)?.subject).toBe('Запис перенесено на 4 березня 2026, 11:00');
    await fillTuesday();
    await expect(house.run(moveVisit, { code, startsAt: TUESDAY_TEN })).rejects.toEqual(refusal('timeTaken'));
  });

  test('the day before a letter reminds, once', async () => {
    await confirmed();
    house.clock.travelTo(new Date('2026-03-02T05:00:00Z'));
    await house.work(remind);
    expect(await house.letters()).toHaveLength(2);
    house.clock.travelTo(new Date('2026-03-02T08:00:00Z'));
    await Promise.all([house.work(remind), house.work(remind)]);
    await house.work(remind);
    const reminders = (await house.letters()).filter(({ subject }) => subject.startsWith('Завтра'));
    expect(reminders.map(({ subject }) => subject)).toEqual(['Завтра о 10:00 на вас чекають']);
  });
});

describe('free times', () => {
  test('are told for days ahead; services and people make the visit longer', async () => {
    const one = await house.ask(freeTimes, { services: [SERVICE], day: '2026-03-03' });
    const family = await house.ask(freeTimes, { services: [SERVICE], people: 4, day: '2026-03-03' });
    expect(one.days).toHaveLength(15);
    expect(one.days.find(({ day }) => day === '2026-03-08')).toMatchObject({ open: false, free: 0 });
    expect(one.times[0]).toBe('2026-03-03T06:00:00.000Z');
    expect(family.minutes).toBeGreaterThan(one.minutes);
    expect(family.times.length).toBeLessThan(one.times.length);
  });

  test('the head opens and closes; visits that stand keep their room', async () => {
    const code = await confirmed();
    const change = { sector: 'registration', weekday: 2, from: '00:00', to: '24:00', share: 100 } as const;
    await house.run(setCapacity, { ...change, windows: 0, validFrom: '2026-03-03' }, 'head');
    const closed = await house.ask(freeTimes, { services: [SERVICE], day: '2026-03-03' });
    expect(closed.times).toEqual([]);
    expect(await stateOf(code)).toBe('confirmed');
    expect(await isBalanced()).toBe(true);
    await house.run(setCapacity, { ...change, windows: 10, share: 40, validFrom: '2026-03-03' }, 'head');
    const open = await house.ask(freeTimes, { services: [SERVICE], day: '2026-03-03' });
    expect(open.times.length).toBeGreaterThan(0);
  });
});

describe('the waiting list', () => {
  test('a freed visit is offered to the first who waits, then to the next, then to everyone', async () => {
    const code = await confirmed();
    await fillTuesday();
    for (const email of ['first@example.org', 'second@example.org'])
      await house.run(joinWaitingList, { services: [SERVICE], day: '2026-03-03', email });
    await expect(
      house.run(joinWaitingList, { services: [SERVICE], day: '2026-03-03', email: 'First@example.org' }),
    ).rejects.toEqual(refusal('waitsAlready'));
    await house.run(cancelVisit, { code });
    later(46);
    await house.work(giveFreed);
    const offers = async () =>
      (await house.letters()).filter(({ subject }) => subject.startsWith('Звільнився'));
    expect((await offers()).map(({ to }) => to)).toEqual(['first@example.org']);
    later(12 * 60);
    await house.work(expireHolds);
    expect((await offers()).map(({ to }) => to)).toEqual(['first@example.org', 'second@example.org']);
  });
});

describe('arrival', () => {
  const arrive = (code: string) => house.run(checkIn, { hall: 'main', code });

  test('the code gives a ticket with a place by the booked time; a second scan gives the same one', async () => {
    const code = await confirmed();
    await expect(arrive(code)).rejects.toEqual(refusal('otherDay'));
    expect(
      house.city.messages.for('uk')('booking:refusals.otherDay', { day: '2026-03-03', time: '10:00' }),
    ).toContain('3 березня 2026, 10:00');
    house.clock.travelTo(new Date('2026-03-03T07:45:00Z'));
    const walkIn = await house.run(takeTicket, { hall: 'main', serviceCode: SERVICE });
    house.clock.travelTo(new Date(TUESDAY_TEN));
    const ticket = await arrive(code);
    expect(await arrive(code.toLowerCase())).toEqual(ticket);
    expect(await stateOf(code)).toBe('arrived');
    const { windows } = await house.ask(myWindow, {}, 'administrator-01');
    await house.run(
      openWindow,
      { windowId: windows.find(({ number }) => number === 1)?.id ?? '' },
      'administrator-01',
    );
    const called = await house.run(callNext, {}, 'administrator-01');
    expect(called.ticket?.number).toBe(ticket.number);
    expect(called.ticket?.number).not.toBe(walkIn.number);
  });

  test('who is late beyond the tolerance stands behind those who came before', async () => {
    const code = await confirmed('2026-03-03T09:00:00.000Z');
    house.clock.travelTo(new Date('2026-03-03T09:16:00Z'));
    const { ticketId } = await arrive(code);
    const { rows } = await sql<{ same: boolean }>`
      select order_key = joined_at as same from queue.tickets where id = ${ticketId}`.execute(
      house.city.connections.database,
    );
    expect(rows[0]?.same).toBe(true);
  });

  test('after the day whoever did not come is a no-show and may book again; a month later nobody is named', async () => {
    const missed = await confirmed();
    await house.hold('2026-03-04T08:00:00.000Z', { email: 'oksana@example.org', name: 'Оксана' });
    const list = await house.ask(listVisits, { day: '2026-03-04', words: 'окса' }, 'administrator-01');
    expect(list.visits.map(({ name, state }) => ({ name, state }))).toEqual([
      { name: 'Оксана', state: 'held' },
    ]);
    house.clock.travelTo(new Date('2026-03-03T23:00:00Z'));
    await house.work(expireHolds);
    await house.work(settleDays);
    expect(await stateOf(missed)).toBe('no-show');
    const { database } = house.city.connections;
    const { rows } = await sql<{ open: number }>`select open from booking.contacts`.execute(database);
    expect(rows.every(({ open }) => open === 0)).toBe(true);
    house.clock.travelTo(new Date('2026-04-10T08:00:00Z'));
    await house.work(forgetPeople);
    const { rows: named } = await sql`
      select id from booking.bookings where email is not null or name is not null`.execute(database);
    expect(named).toEqual([]);
  });
});
