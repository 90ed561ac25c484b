import { sql } from 'kysely';
import { v4 } from 'uuid';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { City } from '../../kernel/city.ts';
import { type TravellingClock, travellingClock } from '../../kernel/clock/system-clock.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { type Hands, handsOf } from '../../kernel/testing/hands.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { applications } from '../applications/system.ts';
import { devices } from '../devices/system.ts';
import { addDevice } from '../devices/actions/add-device.ts';
import { enrolDevice } from '../devices/actions/enrol-device.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { leaseBook } from './actions/lease-book.ts';
import { mergeEntry } from './actions/merge-entry.ts';
import { settleArrival } from './actions/settle-arrival.ts';
import { addStop, cancelStop, importStops } from './actions/stops.ts';
import { listArrivals } from './queries/list-arrivals.ts';
import { listStops } from './queries/stops.ts';
import { stopCalendar } from './stop-calendar.ts';
import { mobileOffice } from './system.ts';

let city: City;
let clock: TravellingClock;
let hands: Hands;

beforeAll(async () => {
  clock = travellingClock(new Date('2026-03-03T06:00:00Z'));
  city = await makeTestCity([serviceCatalogue, staff, devices, queue, applications, mobileOffice], clock);
  await seedCity({ ...city, systems: [serviceCatalogue, staff, queue] });
  hands = await handsOf(city);
});
afterAll(() => city.connections.close());

const run: Hands['run'] = (login, action, input, key) => hands.run(login, action, input, key);
const ask: Hands['ask'] = (login, query, input) => hands.ask(login, query, input);

async function enrolVan(name: string): Promise<string> {
  const { code } = await run('it', addDevice, { kind: 'van', name });
  const token = `${name} ${'x'.repeat(40)}`;
  await run(null, enrolDevice, { code, token });
  return token;
}

type Brought = z.input<typeof mergeEntry.input>;

function write(
  token: string,
  lease: z.output<typeof leaseBook.output>,
  seq: number,
  more: Partial<Brought['entry']> & { at?: Date } = {},
): Brought {
  const { at = clock.now(), ...entry } = more;
  return {
    token,
    leaseId: lease.leaseId,
    key: v4(),
    year: 2026,
    seq,
    occurredAt: at.toISOString(),
    entry: {
      caseId: v4(),
      serviceCode: '01-01',
      applicant: { kind: 'person', name: 'Гнатюк Оксана Василівна', code: '1759013776' },
      documents: [],
      answers: {},
      trackingCode: 'ABCDEFGH23',
      ...entry,
    },
  };
}

const merge = (brought: Brought, key?: string) => run('administrator-01', mergeEntry, brought, key);

describe('the van', () => {
  it('brings what it wrote down at its moment, under its own numbers, and a repeat changes nothing', async () => {
    const token = await enrolVan('Ноутбук А');
    const lease = await run('administrator-01', leaseBook, { token });
    clock.advance(3_600_000);
    const written = [1, 2, 3].map((seq) => write(token, lease, seq));
    clock.advance(3 * 3_600_000);
    const first = [];
    for (const one of written) first.push(await merge(one, one.key));
    expect(first.map(({ number }) => number)).toEqual(
      [1, 2, 3].map((seq) => `ЦНАП-${lease.letters}-2026-00000${seq}`),
    );
    expect(first.every(({ state }) => state === 'registered')).toBe(true);
    // The answer was lost; it is sent again at once, and again a week later, when request keys are forgotten.
    for (const one of written) await merge(one, one.key);
    clock.advance(7 * 24 * 3_600_000);
    const late = [];
    for (const one of written) late.push(await run('administrator-02', mergeEntry, one));
    expect(late).toEqual(first);
    const { rows } = await sql<{ number: string; registered_at: Date; staff: string; channel: string }>`
      select c.number, c.registered_at, s.login as staff, a.channel
        from kernel.cases c join applications.applications a on a.case_id = c.id
        join kernel.case_events e on e.case_id = c.id and e.seq = 1 join kernel.staff s on s.id = e.actor_id
       where a.channel = 'mobile' order by c.number`.execute(city.connections.database);
    expect(rows).toHaveLength(3);
    expect(rows.every(({ staff: login }) => login === 'administrator-01')).toBe(true);
    expect(rows.map(({ registered_at }) => registered_at.toISOString())).toEqual(
      written.map(({ occurredAt }) => occurredAt),
    );
  });

  it('two merges of one application at the same moment register it once', async () => {
    const token = await enrolVan('Ноутбук Б');
    const lease = await run('administrator-01', leaseBook, { token });
    const one = write(token, lease, 1);
    const ends = await Promise.all(Array.from({ length: 6 }, () => merge(one, one.key)));
    expect(new Set(ends.map(({ caseId }) => caseId)).size).toBe(1);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from kernel.cases where number = ${ends[0]?.number ?? ''}`.execute(
      city.connections.database,
    );
    expect(rows[0]?.count).toBe(1);
  });

  it('names what stands in the way, keeps it, and a person settles it under the same number', async () => {
    const token = await enrolVan('Ноутбук В');
    const lease = await run('administrator-01', leaseBook, { token });
    const wrongCode = write(token, lease, 1, {
      applicant: { kind: 'person', name: 'Хтось', code: '1234567890' },
    });
    const noService = write(token, lease, 2, { serviceCode: '99-99' });
    const early = write(token, lease, 3, { at: new Date(clock.now().getTime() - 24 * 3_600_000) });
    const sound = write(token, lease, 4);
    const ends = [];
    for (const one of [wrongCode, noService, early, sound]) ends.push(await merge(one));
    expect(ends.map(({ state }) => state)).toEqual(['conflict', 'conflict', 'conflict', 'registered']);
    expect(ends.map(({ problem }) => problem)).toEqual([
      'applications:input.rnokppWrong',
      'service-catalogue:refusals.noSuchService',
      'mobile-office:conflicts.beforeLease',
      null,
    ]);
    const twin = await merge(write(token, lease, 4));
    expect(twin).toMatchObject({ state: 'conflict', problem: 'mobile-office:conflicts.numberTwice' });

    const again = {
      key: noService.key,
      decision: 'again',
      serviceCode: '01-01',
      note: 'Не той код',
    } as const;
    const settled = await run('head', settleArrival, again);
    expect(settled.state).toBe('registered');
    await run('head', settleArrival, { key: wrongCode.key, decision: 'void', note: 'Людина подала у вікні' });
    await expect(
      run('head', settleArrival, { key: wrongCode.key, decision: 'again', note: 'ще раз' }),
    ).rejects.toMatchObject({ key: 'mobile-office:refusals.settled' });
    const { arrivals } = await ask('head', listArrivals, {});
    const own = arrivals.filter(({ number }) => number.includes(lease.letters));
    // Every number is accounted for.
    expect(own.map(({ number, state }) => `${number.slice(-1)} ${state}`).toSorted()).toEqual([
      '1 void',
      '2 registered',
      '3 conflict',
      '4 conflict',
      '4 registered',
    ]);
  });

  it('keeps its book while it holds it; a wiped laptop and another laptop get other books', async () => {
    const token = await enrolVan('Ноутбук Г');
    const first = await run('administrator-01', leaseBook, { token });
    await merge(write(token, first, 1));
    const next = await run('administrator-02', leaseBook, { token, holds: first.bookNo });
    expect(next).toMatchObject({ bookNo: first.bookNo, counters: { 2026: 1 } });
    const wiped = await run('administrator-01', leaseBook, { token });
    expect(wiped.bookNo).not.toBe(first.bookNo);
    const other = await enrolVan('Ноутбук Ґ');
    const others = await run('administrator-01', leaseBook, { token: other, holds: wiped.bookNo });
    expect(others.bookNo).not.toBe(wiped.bookNo);
    await expect(run('administrator-01', mergeEntry, write(other, wiped, 2))).rejects.toMatchObject({
      key: 'mobile-office:refusals.notYourBook',
    });
    // What the old book still brings is taken: nobody loses a paper because a disk was wiped.
    expect((await merge(write(token, first, 2))).state).toBe('registered');
  });

  it('leaves the numbers of the Centre alone', async () => {
    const { rows } = await sql<{ book: string; last: number; given: number }>`
      select b.book, b.last, (select count(*)::int from kernel.cases c where c.book = b.book and c.year = b.year) as given
        from kernel.number_books b where b.book like 'applications%' order by b.book`.execute(
      city.connections.database,
    );
    expect(rows.every(({ book }) => /^applications\/v\d\d$/.test(book))).toBe(true);
  });
});

describe('the timetable', () => {
  const stop = {
    route: 'Громада',
    settlement: 'Завадівка',
    place: 'біля клубу',
    lat: 48.46,
    lon: 32.17,
    day: '2026-04-06',
    from: '09:00',
    to: '12:00',
    serviceCodes: ['01-01'],
  };

  it('has one van of a route at one place at a time, and tells of what is cancelled', async () => {
    clock.travelTo(new Date('2026-04-01T06:00:00Z'));
    const { stopId } = await run('head', addStop, stop);
    await expect(
      run('head', addStop, { ...stop, settlement: 'Гірниче', from: '11:00', to: '13:00' }),
    ).rejects.toMatchObject({ key: 'mobile-office:refusals.elsewhereThen' });
    await run('head', cancelStop, { stopId, reason: 'Ремонт дороги' });
    await run('head', addStop, { ...stop, settlement: 'Гірниче', from: '11:00', to: '13:00' });
    const { stops } = await ask(null, listStops, {});
    expect(stops.map(({ settlement, cancelReason }) => [settlement, cancelReason])).toEqual([
      ['Завадівка', 'Ремонт дороги'],
      ['Гірниче', null],
    ]);
    const text = stopCalendar(stops, {
      name: 'Офіс',
      page: 'https://x.example/mobile',
      writtenAt: clock.now(),
    });
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).toContain('STATUS:CANCELLED');
    expect(text).toContain('DTSTART:20260406T060000Z');
  });

  it('is taken from a sheet whole or not at all, each bad row named', async () => {
    const rows = [
      { ...stop, day: '2026-04-07' },
      { ...stop, day: 'колись' },
      { ...stop, day: '2026-04-08', serviceCodes: ['99-99'] },
      { ...stop, day: '2026-04-07', from: '10:00' },
    ];
    const dry = await run('head', importStops, { rows });
    expect(dry).toMatchObject({ added: 0 });
    expect(dry.bad.map(({ row, problem }) => [row, problem])).toEqual([
      [2, 'mobile-office:input.dayWrong'],
      [3, 'mobile-office:refusals.noSuchService'],
      [4, 'mobile-office:refusals.elsewhereThen'],
    ]);
    expect((await run('head', importStops, { rows, dryRun: false })).added).toBe(0);
    expect((await run('head', importStops, { rows: rows.slice(0, 1), dryRun: false })).added).toBe(1);
  });
});
