import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Board, openBoard, waitingIn } from './board.ts';
import { isDone, send, type Sent, takeTicket } from './caller.ts';
import { makeCityFolder } from './city-folder.ts';
import { startLoad } from './load.ts';
import {
  embeddedUrl,
  postmasterOf,
  readRows,
  runCommand,
  type RunningServer,
  startServer,
} from './running-city.ts';
import { expectKept, expectNoGaps } from './settled.ts';

let dataDir: string;
let server: RunningServer;
let database: string;
let board: Board;

beforeAll(async () => {
  dataDir = await makeCityFolder();
  server = await startServer({ dataDir });
  database = await embeddedUrl(dataDir);
  board = openBoard(server.url);
});
afterAll(async () => {
  board.close();
  await server.end('SIGTERM');
});

const restart = async (): Promise<void> => {
  server = await startServer({ dataDir, port: Number(new URL(server.url).port) });
};

/** A repeat gets the first answer; what was never answered is done now or was done then, once. */
async function expectRepeatsAlike(sent: readonly Sent[]): Promise<void> {
  expect(await countKeys(sent)).toBeGreaterThanOrEqual(sent.filter(isDone).length);
  const repeated: Sent[] = [];
  for (const one of sent) repeated.push(await send(server.url, one, one.key));
  expect(repeated.flatMap((one) => (isDone(one) ? [] : [one.answer]))).toEqual([]);
  const unlike = sent.filter(
    (one, index) => isDone(one) && !isDeepStrictEqual(one.answer, repeated[index]?.answer),
  );
  expect(unlike.map(({ action, key }) => `${action} ${key}`)).toEqual([]);
  expect(await countKeys(sent)).toBe(sent.length);
  await expectKept(database, repeated);
}

async function countKeys(sent: readonly Sent[]): Promise<number> {
  const keys = sent.map(({ key }) => key);
  const [row] = await readRows<{ rows: number }>(
    database,
    'select count(*)::int as rows from kernel.request_keys where key = any($1)',
    [keys],
  );
  return row?.rows ?? 0;
}

async function expectBoardGoesOn(): Promise<void> {
  const waiting = `select count(*)::int as waiting from queue.tickets where state = 'waiting' and not imported`;
  expect(isDone(await send(server.url, takeTicket()))).toBe(true);
  const [now] = await readRows<{ waiting: number }>(database, waiting);
  await board.shows((state) => waitingIn(state) === now?.waiting);
}

async function expectWholeJournal(): Promise<void> {
  const verified = await runCommand('scripts/audit-verify.ts', { dataDir });
  expect(verified).toMatchObject({ code: 0, errors: '' });
}

test('a server killed under load has lost nothing that it acknowledged', async () => {
  const load = startLoad(server.url);
  await load.reached(150);
  await server.end('SIGKILL');
  const sent = await load.stop();
  expect(sent.some(({ answer }) => answer === undefined)).toBe(true);
  await restart();
  await expectKept(database, sent);
  await expectNoGaps(database);
  await expectRepeatsAlike(sent);
  await expectNoGaps(database);
  await expectBoardGoesOn();
  await expectWholeJournal();
});

async function killOneBackend(): Promise<void> {
  const [backend] = await readRows<{ pid: number }>(
    database,
    `select pid from pg_stat_activity where usename <> 'postgres' and backend_type = 'client backend' limit 1`,
  );
  if (backend === undefined) throw new Error('the server has no connection');
  process.kill(backend.pid, 'SIGKILL');
}

test.each([
  ['the database', async () => process.kill(await postmasterOf(dataDir), 'SIGKILL')],
  ['one connection of the database', killOneBackend],
])('%s killed under load comes back by itself with all that was acknowledged', async (_, kill) => {
  const load = startLoad(server.url);
  await load.reached(150);
  await kill();
  const before = load.sent.filter(isDone).length;
  await load.reached(before + 150);
  const sent = await load.stop();
  const failed = sent.filter((one) => !isDone(one)).map(({ answer }) => answer);
  for (const answer of failed) {
    expect(answer).toMatchObject({ status: 503, type: expect.stringContaining('application/problem+json') });
    expect(answer?.body['detail']).toMatch(/^[А-ЯІЇЄҐ][^{}<>]+[.!]$/u);
  }
  expect(failed.length).toBeGreaterThan(0);
  await expectKept(database, sent);
  await expectRepeatsAlike(sent);
  await expectNoGaps(database);
  await expectBoardGoesOn();
});

test('a server that is told to stop finishes what is under way', async () => {
  const load = startLoad(server.url);
  await load.reached(100);
  expect(await server.end('SIGTERM')).toBe(0);
  const sent = await load.stop();
  await restart();
  await expectKept(database, sent);
  const unanswered = sent.filter(({ answer }) => answer === undefined);
  expect(await countKeys(unanswered)).toBe(0);
  await expectWholeJournal();
});

test('a foreign folder is refused with a sentence', async () => {
  const refused = await runCommand('src/main.ts', { dataDir: import.meta.dirname });
  expect(refused.code).toBe(1);
  expect(refused.errors).toMatch(/^[А-ЯІЇЄҐ][^\n]+\.\n/u);
  expect(refused.errors).not.toMatch(/\n\s+at /);
});
