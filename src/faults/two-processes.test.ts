import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { withConnection, withDatabase } from '../kernel/testing/template-database.ts';
import {
  callNext,
  clerk,
  type Deed,
  isDone,
  registerApplication,
  send,
  type Sent,
  takeTicket,
} from './caller.ts';
import { makeCityFolder } from './city-folder.ts';
import {
  embeddedUrl,
  readRows,
  type RunningServer,
  type ServerSettings,
  startServer,
} from './running-city.ts';
import { expectKept, expectNoGaps, expectOneWindowEach } from './settled.ts';

const CALLERS = 64;
const WINDOWS = 40;
const SECTORS = ['registration', 'social', 'administrative'];

interface Place {
  readonly settings: ServerSettings;
  /** The owner's address of the database. */
  readonly database: string;
}

async function embeddedPlace(): Promise<Place> {
  const dataDir = await makeCityFolder();
  // The first start makes the database; the address is known before it.
  return { settings: { dataDir }, database: '' };
}

async function outsidePlace(): Promise<Place> {
  const name = `${inject('testTemplate')}_${randomBytes(5).toString('hex')}`;
  await withConnection(inject('testServerUrl'), (server) => server.query(`create database ${name}`));
  const databaseUrl = withDatabase(inject('testServerUrl'), name);
  return { settings: { dataDir: await makeCityFolder(), databaseUrl }, database: databaseUrl };
}

describe.each([
  ['the embedded database', embeddedPlace],
  ['an outside database', outsidePlace],
])('64 callers over two server processes on %s', (_, makePlace) => {
  let servers: readonly [RunningServer, RunningServer];
  let database: string;

  beforeAll(async () => {
    const place = await makePlace();
    servers = [await startServer(place.settings), await startServer(place.settings)];
    database = place.database === '' ? await embeddedUrl(place.settings.dataDir) : place.database;
    const windows = await readRows<{ id: string; number: number }>(
      database,
      'select id, number from queue.windows order by number',
    );
    await Promise.all(
      windows.map(({ id, number }) =>
        send(servers[0].url, { action: 'queue.open-window', input: { windowId: id }, login: clerk(number) }),
      ),
    );
  });
  afterAll(async () => {
    // The second to go stops the embedded database.
    for (const server of servers) await server.end('SIGTERM');
  });

  const serverOf = (index: number): string => servers[index % 2 === 0 ? 0 : 1].url;
  const all = (deeds: readonly Deed[]): Promise<Sent[]> =>
    Promise.all(deeds.map((deed, index) => send(serverOf(index), deed)));

  test('two kiosks never give one number, and numbers have no gaps', async () => {
    const taken = await all(
      Array.from({ length: CALLERS * 2 }, (_each, index) => takeTicket(SECTORS[index % SECTORS.length])),
    );
    expect(taken.filter(isDone)).toHaveLength(CALLERS * 2);
    expect(new Set(taken.map(({ answer }) => answer?.body['number'])).size).toBe(CALLERS * 2);
    await expectKept(database, taken);
    await expectNoGaps(database);
  });

  test('forty windows, each pressing twice in two processes, never get one person', async () => {
    const pressed = await all(
      Array.from({ length: WINDOWS * 2 }, (_each, index) => callNext(Math.floor(index / 2) + 1)),
    );
    const called = pressed.filter(isDone).map(({ answer }) => answer?.body['ticket'] as { id: string });
    expect(called).toHaveLength(WINDOWS);
    expect(new Set(called.map(({ id }) => id)).size).toBe(WINDOWS);
    expect(pressed.filter((one) => !isDone(one)).map(({ answer }) => answer?.status)).toEqual(
      Array.from({ length: WINDOWS }, () => 409),
    );
    await expectOneWindowEach(database);
  });

  test('applications have numbers without gaps', async () => {
    const registered = await all(
      Array.from({ length: CALLERS }, (_each, index) => registerApplication(index + 1)),
    );
    expect(registered.filter(isDone)).toHaveLength(CALLERS);
    await expectKept(database, registered);
    await expectNoGaps(database);
  });

  /** Each caller does its own thing, at the same moment as all the others. */
  const anyCaller: fc.Arbitrary<Deed> = fc.oneof(
    fc.constantFrom(...SECTORS).map(takeTicket),
    fc.integer({ min: 1, max: WINDOWS }).map(callNext),
    fc.integer({ min: 1, max: CALLERS }).map(registerApplication),
    fc.integer({ min: 1, max: WINDOWS }).map((number) => ({
      action: 'queue.mark-no-show',
      input: { ticketId: '' },
      login: clerk(number),
    })),
  );

  test('any mixture of deeds leaves the books whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCaller, { minLength: CALLERS, maxLength: CALLERS }), async (deeds) => {
        const atWindows = await peopleAtWindows(database);
        const sent = await all(deeds.map((deed) => aimed(deed, atWindows)));
        expect(sent.filter(({ answer }) => answer === undefined || answer.status >= 500)).toEqual([]);
        const numbered = sent.filter(({ action }) => !/call-next|no-show/.test(action));
        expect(numbered.filter((one) => !isDone(one))).toEqual([]);
        await expectKept(database, numbered);
        await expectNoGaps(database);
        await expectOneWindowEach(database);
      }),
      { numRuns: 4 },
    );
  });
});

async function peopleAtWindows(database: string): Promise<ReadonlyMap<string, string>> {
  const rows = await readRows<{ login: string; id: string }>(
    database,
    `select s.login, t.id from queue.tickets t join kernel.staff s on s.id = t.clerk_id
      where t.state in ('called', 'serving') and not t.imported`,
  );
  return new Map(rows.map(({ login, id }) => [login, id]));
}

/** Whoever does not come is named by the window that called them. */
function aimed(deed: Deed, atWindows: ReadonlyMap<string, string>): Deed {
  if (!('ticketId' in deed.input)) return deed;
  const nobody = '01900000-0000-7000-8000-000000000000';
  return { ...deed, input: { ticketId: atWindows.get(deed.login ?? '') ?? nobody } };
}
