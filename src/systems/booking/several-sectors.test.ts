import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginService } from '../queue/actions/begin-service.ts';
import { callNext } from '../queue/actions/call-next.ts';
import { finishService } from '../queue/actions/finish-service.ts';
import { openWindow } from '../queue/actions/open-window.ts';
import { myWindow } from '../queue/index.ts';
import { bookByTelephone } from './actions/book-by-telephone.ts';
import { cancelVisit } from './actions/cancel-visit.ts';
import { checkIn } from './actions/check-in.ts';
import { confirmVisit } from './actions/confirm-visit.ts';
import { joinWaitingList } from './actions/join-waiting-list.ts';
import { moveVisit } from './actions/move-visit.ts';
import { type BookingCity, makeBookingCity, SERVICE } from './booking-fixture.ts';
import { expireHolds } from './jobs/expire-holds.ts';
import { giveFreed } from './jobs/give-freed.ts';
import { freeTimes } from './queries/free-times.ts';
import { visitStatus } from './queries/visit-status.ts';

const MONDAY = '2026-03-02T07:00:00Z';
const TUESDAY_TEN = '2026-03-03T08:00:00.000Z';

let house: BookingCity;
/** A service of another sector than that of `SERVICE`. */
let other: { readonly code: string; readonly sector: string };
beforeAll(async () => {
  house = await makeBookingCity(MONDAY);
  const { rows } = await sql<{ code: string; sector: string }>`
    select code, sector from service_catalogue.service_versions
     where sector = 'administrative' and valid_to is null order by code limit 1`.execute(
    house.city.connections.database,
  );
  other = rows[0] ?? { code: '', sector: '' };
}, 60_000);
afterAll(() => house.city.connections.close());

const refusal = (key: string) => expect.objectContaining({ key: `booking:refusals.${key}` });

async function takenOf(sector: string): Promise<readonly string[]> {
  const { rows } = await sql<{ at: Date }>`
    select starts_at as at from booking.slots where sector = ${sector} and taken > 0 order by starts_at`.execute(
    house.city.connections.database,
  );
  return rows.map(({ at }) => at.toISOString());
}

test('a visit of two sectors takes slots of each, one after another, moves and frees them together', async () => {
  const services = [SERVICE, other.code];
  const free = await house.ask(freeTimes, { services, day: '2026-03-03' });
  expect(free.sectors).toEqual(['registration', other.sector]);
  expect(free.times).toContain(TUESDAY_TEN);
  const { code, word } = await house.hold(TUESDAY_TEN, { services });
  const first = await takenOf('registration');
  const second = await takenOf(other.sector);
  expect(first[0]).toBe(TUESDAY_TEN);
  expect(Date.parse(second[0] ?? '')).toBe(Date.parse(first.at(-1) ?? '') + 600_000);
  expect((first.length + second.length) * 10).toBe(free.minutes);
  await house.run(confirmVisit, { code, word });
  await house.run(moveVisit, { code, startsAt: '2026-03-04T09:00:00.000Z' });
  const { taken, held, over } = await house.sums();
  expect({ taken, over }).toEqual({ taken: held, over: 0 });
  await house.run(cancelVisit, { code });
  house.clock.travelTo(new Date('2026-03-02T08:00:00Z'));
  await house.work(giveFreed);
  expect(await house.sums()).toEqual({ taken: 0, held: 0, over: 0 });
});

test('where the second sector is full nothing of the first is taken', async () => {
  const { database } = house.city.connections;
  const services = [SERVICE, other.code];
  await sql`update booking.slots set capacity = taken where sector = ${other.sector} and starts_at < '2026-03-04'`.execute(
    database,
  );
  await expect(house.hold(TUESDAY_TEN, { services })).rejects.toEqual(refusal('timeTaken'));
  expect((await house.sums()).taken).toBe(0);
  const { times } = await house.ask(freeTimes, { services, day: '2026-03-03' });
  expect(times).toEqual([]);
  await expect(
    house.run(joinWaitingList, { services, day: '2026-03-03', email: 'a@example.org' }),
  ).rejects.toEqual(refusal('waitForOne'));
});

test('a hold of two sectors that ran out comes back whole, by the job or in a booker’s own deed', async () => {
  const services = [SERVICE, other.code];
  const startsAt = '2026-03-05T08:00:00.000Z';
  await sql`update booking.slots set capacity = 1 where starts_at >= '2026-03-05' and starts_at < '2026-03-06'`.execute(
    house.city.connections.database,
  );
  await house.hold(startsAt, { services });
  house.clock.travelTo(new Date(house.clock.now().getTime() + 6 * 60_000));
  const again = await house.hold(startsAt, { services: [other.code] }).catch(() => undefined);
  expect(again).toBeDefined();
  house.clock.travelTo(new Date(house.clock.now().getTime() + 6 * 60_000));
  await house.work(expireHolds);
  expect(await house.sums()).toEqual({ taken: 0, held: 0, over: 0 });
});

test('the QR opens the first sector; after it is served the same ticket stands in the second', async () => {
  const startsAt = '2026-03-06T08:00:00.000Z';
  const { code, word } = await house.hold(startsAt, { services: [SERVICE, other.code] });
  await house.run(confirmVisit, { code, word });
  house.clock.travelTo(new Date(startsAt));
  const ticket = await house.run(checkIn, { hall: 'main', code });
  const clerk = 'administrator-01';
  const { windows } = await house.ask(myWindow, {}, clerk);
  await house.run(openWindow, { windowId: windows.find(({ number }) => number === 1)?.id ?? '' }, clerk);
  await house.run(callNext, {}, clerk);
  await house.run(beginService, { ticketId: ticket.ticketId }, clerk);
  house.clock.travelTo(new Date('2026-03-06T08:20:00.000Z'));
  await house.run(finishService, { ticketId: ticket.ticketId }, clerk);
  const { rows } = await sql<{ number: string; sector: string; state: string; ahead: boolean }>`
    select number, sector, state, order_key < joined_at as ahead from queue.tickets where day = '2026-03-06' order by queued_at`.execute(
    house.city.connections.database,
  );
  expect(rows).toEqual([
    { number: ticket.number, sector: 'registration', state: 'served', ahead: true },
    { number: ticket.number, sector: other.sector, state: 'waiting', ahead: true },
  ]);
});

test('on the telephone a visit stands at once, without a letter where there is no address', async () => {
  house.clock.travelTo(new Date('2026-03-09T07:00:00Z'));
  const before = (await house.letters()).length;
  const given = {
    services: [SERVICE],
    startsAt: '2026-03-10T08:00:00.000Z',
    name: 'Олена',
    phone: '+380 50 111 22 33',
  };
  await sql`update booking.slots set capacity = 9 where starts_at >= '2026-03-10'`.execute(
    house.city.connections.database,
  );
  const { code } = await house.run(bookByTelephone, given, 'administrator-01');
  expect(await house.ask(visitStatus, { code })).toMatchObject({ state: 'confirmed', email: null });
  expect(await house.letters()).toHaveLength(before);
  await house.run(
    bookByTelephone,
    { ...given, email: 'olena@example.org', phone: '0501112233' },
    'administrator-01',
  );
  expect((await house.letters()).at(-1)?.to).toBe('olena@example.org');
  // Refused on the telephone as on the site: nobody collects visits.
  const tries = [0, 1, 2].map(() => house.run(bookByTelephone, given, 'administrator-01'));
  const done = await Promise.allSettled(tries);
  expect(done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toEqual([
    refusal('enoughVisits'),
  ]);
});
