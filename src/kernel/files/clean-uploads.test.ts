import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, RESIDENT } from '../actions/actor.ts';
import type { City } from '../city.ts';
import type { Transaction } from '../database/database.ts';
import { makeTestCity } from '../testing/make-test-city.ts';
import { cleanUploadsJob } from './clean-uploads.ts';
import { attachFile, keepUntil, mayOpenFile, saveFile, type StoredFile } from './files.ts';
import { pathOf } from './store-bytes.ts';

let city: City;
const DAY_MS = 24 * 3600 * 1000;

beforeAll(async () => {
  city = await makeTestCity();
});
afterAll(() => city.connections.close());

function residentOf(): Actor {
  const resident = {
    accountId: uuid(),
    name: 'Олена',
    code: null,
    email: null,
    phone: null,
    address: null,
    provider: 'demo',
  };
  return { ...RESIDENT, resident };
}

const inTx = <T>(work: (tx: Transaction) => Promise<T>) =>
  city.connections.database.transaction().execute(work);

const upload = (actor: Actor, text: string) =>
  inTx((tx) =>
    saveFile({ tx, actor, recordedAt: city.clock.now() }, city.settings.dataDir, {
      name: 'довідка.pdf',
      bytes: Buffer.from(`%PDF-1.7\n${text}\n`),
    }),
  );

const cleanAfter = (days: number) =>
  cleanUploadsJob(city.settings.dataDir).run({
    database: city.connections.database,
    now: new Date(city.clock.now().getTime() + days * DAY_MS),
  });

async function isKept(file: StoredFile): Promise<boolean> {
  const { rows } = await sql`select from kernel.files where id = ${file.id}`.execute(
    city.connections.database,
  );
  return rows.length > 0;
}

const hasBytes = (file: StoredFile) => existsSync(pathOf(city.settings.dataDir, file.sha256));

test('an upload that nothing used goes after two days, with its bytes; what a case or a draft keeps stays', async () => {
  const actor = residentOf();
  const [givenUp, attached, drafted] = [
    await upload(actor, 'a'),
    await upload(actor, 'b'),
    await upload(actor, 'c'),
  ];
  await inTx((tx) => attachFile({ tx, actor }, attached.id, uuid()));
  await inTx((tx) =>
    keepUntil({ tx, actor }, drafted.id, new Date(city.clock.now().getTime() + 30 * DAY_MS)),
  );
  await cleanAfter(1);
  expect(await isKept(givenUp)).toBe(true);
  await cleanAfter(3);
  expect([await isKept(givenUp), hasBytes(givenUp)]).toEqual([false, false]);
  for (const file of [attached, drafted]) expect([await isKept(file), hasBytes(file)]).toEqual([true, true]);
  await cleanAfter(31);
  expect([await isKept(drafted), await isKept(attached)]).toEqual([false, true]);
});

test('bytes stay while another row has the same content', async () => {
  const actor = residentOf();
  const [first, second] = [await upload(actor, 'same'), await upload(actor, 'same')];
  await inTx((tx) => attachFile({ tx, actor }, second.id, uuid()));
  await cleanAfter(3);
  expect([await isKept(first), await isKept(second), hasBytes(second)]).toEqual([false, true, true]);
});

test('a resident’s upload is open and usable to that resident only', async () => {
  const [mine, stranger] = [residentOf(), residentOf()];
  const file = await upload(mine, 'mine');
  await inTx(async (tx) => {
    expect(await mayOpenFile(tx, mine, file)).toBe(true);
    expect(await mayOpenFile(tx, stranger, file)).toBe(false);
    expect(await mayOpenFile(tx, RESIDENT, file)).toBe(false);
    await expect(attachFile({ tx, actor: stranger }, file.id, uuid())).rejects.toThrow('noSuchFile');
    await expect(attachFile({ tx, actor: RESIDENT }, file.id, uuid())).rejects.toThrow('noSuchFile');
    await expect(keepUntil({ tx, actor: stranger }, file.id, city.clock.now())).rejects.toThrow('noSuchFile');
  });
});
