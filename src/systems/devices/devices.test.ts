import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { type TravellingClock, travellingClock } from '../../kernel/clock/system-clock.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { law } from '../law/system.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { takeTicket } from '../queue/actions/take-ticket.ts';
import { addDevice } from './actions/add-device.ts';
import { enrolDevice } from './actions/enrol-device.ts';
import { printAgain } from './actions/print-again.ts';
import { printFromDevice } from './actions/print-paper.ts';
import { printTest } from './actions/print-test.ts';
import { renewCode } from './actions/renew-code.ts';
import { revokeDevice } from './actions/revoke-device.ts';
import { savePrinter } from './actions/save-printer.ts';
import { makeDeviceToken } from './device-word.ts';
import { deviceFeed } from './device-live.ts';
import { takePrintJob } from './printing/print-job-store.ts';
import { printJob } from './printing/run-print-jobs.ts';
import { listPrintJobs } from './queries/list-print-jobs.ts';
import { thisDevice } from './queries/this-device.ts';
import { devices } from './system.ts';
import { type FakePrinter, startFakePrinter } from './testing/fake-printer.ts';

/** Tuesday, 11:00 in Kyiv. */
const MORNING = '2026-03-03T09:00:00Z';
let city: City;
let clock: TravellingClock;
let it_: Actor;
let printer: FakePrinter;
let printerId: string;

beforeAll(async () => {
  clock = travellingClock(new Date(MORNING));
  city = await makeTestCity([serviceCatalogue, staff, devices, queue, law], clock);
  await seedCity(city);
  const found = await city.connections.database.transaction().execute((tx) => findActorsByLogin(tx, ['it']));
  it_ = found.get('it') ?? RESIDENT;
  printer = await startFakePrinter();
  ({ printerId } = await run(savePrinter, { name: 'Проба', host: '127.0.0.1', port: printer.port }, it_));
});
afterAll(async () => {
  await printer.close();
  await city.connections.close();
});

async function run<I extends z.ZodType, O extends z.ZodType>(
  action: ActionDefinition<I, O>,
  input: z.input<I>,
  actor: Actor = RESIDENT,
): Promise<z.output<O>> {
  return action.output.parse(await performAction(city, action, input, { actor, key: uuid() }));
}
async function ask<I extends z.ZodType, O extends z.ZodType>(
  query: QueryDefinition<I, O>,
  input: z.input<I>,
  actor: Actor = RESIDENT,
): Promise<z.output<O>> {
  return query.output.parse(await askQuery(city, query, input, { actor }));
}
const later = (seconds: number) => clock.advance(seconds * 1000);
const work = () => printJob.run({ database: city.connections.database, now: clock.now() });

async function enrolKiosk(more: Partial<z.input<typeof addDevice.input>> = {}) {
  const { deviceId, code } = await run(addDevice, { kind: 'kiosk', name: 'Кіоск', printerId, ...more }, it_);
  const token = makeDeviceToken();
  await run(enrolDevice, { code: ` ${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`, token });
  return { deviceId, code, token };
}

const TICKET: Omit<z.input<typeof printFromDevice.input>, 'token'> = {
  what: 'ticket',
  name: 'А 017',
  roll: [{ kind: 'text', text: 'А 017', size: 'huge' }],
};
const jobs = async () => (await ask(listPrintJobs, {}, it_)).jobs;

describe('a device', () => {
  it('knows who it is by its word, spends its code once, and is nobody when revoked', async () => {
    const { deviceId, code, token } = await enrolKiosk();
    expect((await ask(thisDevice, { token })).device).toMatchObject({ kind: 'kiosk', start: '/kiosk/main' });
    await expect(run(enrolDevice, { code, token: makeDeviceToken() })).rejects.toMatchObject({
      key: 'devices:refusals.wrongCode',
    });
    await run(revokeDevice, { deviceId }, it_);
    expect((await ask(thisDevice, { token })).device).toBeNull();
    expect(await deviceFeed.read(city.connections.database, deviceId, clock.now())).toBeNull();
    await expect(run(printFromDevice, { token, ...TICKET })).rejects.toMatchObject({
      key: 'devices:refusals.notEnrolled',
    });
  });

  it('is another one after a new code; an old code opens nothing', async () => {
    const { deviceId, token } = await enrolKiosk();
    const { code } = await run(renewCode, { deviceId }, it_);
    expect((await ask(thisDevice, { token })).device).not.toBeNull();
    later(31 * 60);
    await expect(run(enrolDevice, { code, token: makeDeviceToken() })).rejects.toMatchObject({
      key: 'devices:refusals.wrongCode',
    });
    const fresh = await run(renewCode, { deviceId }, it_);
    const next = makeDeviceToken();
    await run(enrolDevice, { code: fresh.code, token: next });
    expect((await ask(thisDevice, { token })).device).toBeNull();
    expect((await ask(thisDevice, { token: next })).device?.id).toBe(deviceId);
  });

  it('leaves neither its code nor its word in the tables', async () => {
    const { code, token } = await enrolKiosk();
    const { rows } = await sql<{ found: number }>`
      select (select count(*) from devices.devices d where d::text like ${`%${token}%`} or d::text like ${`%${code}%`})
           + (select count(*) from kernel.request_keys k where k::text like ${`%${token}%`})
           + (select count(*) from kernel.audit_journal j where j::text like ${`%${token}%`} or j::text like ${`%${code}%`})
        as found`.execute(city.connections.database);
    expect(Number(rows[0]?.found)).toBe(0);
  });

  it('is seen while it listens', async () => {
    const { deviceId } = await enrolKiosk();
    later(300);
    await deviceFeed.read(city.connections.database, deviceId, clock.now());
    const { rows } = await sql<{ seen: Date }>`
      select last_seen_at as seen from devices.devices where id = ${deviceId}`.execute(
      city.connections.database,
    );
    expect(rows[0]?.seen).toEqual(clock.now());
  });

  it('gives tickets as a kiosk only while the hall receives people', async () => {
    const { token } = await enrolKiosk();
    const always = await enrolKiosk({ keepsHours: false });
    const take = (kiosk: string) => run(takeTicket, { hall: 'main', sector: 'registration', kiosk });
    await take(token);
    clock.travelTo(new Date('2026-03-03T22:30:00Z'));
    await expect(take(token)).rejects.toMatchObject({ key: 'devices:refusals.closed' });
    const { device } = await ask(thisDevice, { token });
    expect(device?.closedUntil?.getTime()).toBeGreaterThan(clock.now().getTime());
    await take(always.token);
    await run(takeTicket, { hall: 'main', sector: 'registration' });
    clock.travelTo(new Date('2026-03-04T09:00:00Z'));
  });
});

describe('a paper', () => {
  it('comes out of the kiosk’s own printer once, and its words are gone then', async () => {
    const { token } = await enrolKiosk();
    const before = printer.papers.length;
    const { jobId } = await run(printFromDevice, { token, ...TICKET });
    await Promise.all([work(), work()]);
    later(5);
    await work();
    expect(printer.papers.length).toBe(before + 1);
    expect(printer.papers.at(-1)?.width).toBe(576);
    expect((await jobs()).find(({ id }) => id === jobId)).toMatchObject({
      state: 'printed',
      canRepeat: false,
    });
    const { rows } =
      await sql`select 1 from devices.print_jobs where id = ${jobId} and roll is not null`.execute(
        city.connections.database,
      );
    expect(rows).toEqual([]);
  });

  it('waits for a new roll and is given up when the person has gone', async () => {
    printer.mood = 'no-paper';
    const before = printer.papers.length;
    const { jobId } = await run(printTest, { printerId }, it_);
    await work();
    expect((await jobs()).find(({ id }) => id === jobId)).toMatchObject({
      state: 'waiting',
      trouble: 'no-paper',
    });
    later(2);
    printer.mood = 'ready';
    await work();
    expect(printer.papers.length).toBe(before + 1);

    printer.mood = 'cover-open';
    const lost = await run(printTest, { printerId }, it_);
    for (let minute = 0; minute < 14; minute += 1) {
      await work();
      later(30);
    }
    printer.mood = 'ready';
    const given = (await jobs()).find(({ id }) => id === lost.jobId);
    expect(given).toMatchObject({ state: 'given-up', canRepeat: true });
    expect(printer.papers.length).toBe(before + 1);
    await run(printAgain, { jobId: lost.jobId }, it_);
    await work();
    expect(printer.papers.length).toBe(before + 2);
  });

  it('is never printed twice by itself: not after silence, not after a crash in the middle', async () => {
    printer.mood = 'dies';
    const before = printer.papers.length;
    const silent = await run(printTest, { printerId }, it_);
    await work();
    printer.mood = 'ready';
    later(60);
    await work();
    expect((await jobs()).find(({ id }) => id === silent.jobId)).toMatchObject({ state: 'doubtful' });
    expect(printer.papers.length).toBe(before + 1);

    const crashed = await run(printTest, { printerId }, it_);
    const taken = await takePrintJob(city.connections.database, printerId, clock.now());
    expect(taken?.id).toBe(crashed.jobId);
    // The process that took it is gone. Nobody takes it over, and the printer is busy until it is doubted.
    expect(await takePrintJob(city.connections.database, printerId, clock.now())).toBeUndefined();
    await work();
    later(61);
    await work();
    expect((await jobs()).find(({ id }) => id === crashed.jobId)).toMatchObject({ state: 'doubtful' });
    expect(printer.papers.length).toBe(before + 1);
  });

  it('is taken by one of many processes', async () => {
    const asked = await Promise.all(Array.from({ length: 6 }, () => run(printTest, { printerId }, it_)));
    const before = printer.papers.length;
    for (let round = 0; round < 12; round += 1) await Promise.all([work(), work(), work(), work()]);
    expect(printer.papers.length).toBe(before + asked.length);
  });
});
