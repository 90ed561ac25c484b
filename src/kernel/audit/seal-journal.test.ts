import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import type { CityDatabase } from '../database/open-database.ts';
import { loadSecrets, type Secrets } from '../secrets.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { formatHead, parseHead, signHead } from './head.ts';
import { headsFile, publishHeads, readHeads } from './published-heads.ts';
import { sealJournal } from './seal-journal.ts';
import { verifyJournal } from './verify-journal.ts';

const now = new Date('2026-03-02T09:00:00Z');

let city: CityDatabase;
let folder: string;
let secrets: Secrets;

beforeEach(async () => {
  city = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  secrets = loadSecrets(folder, {});
});
afterEach(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

async function writeRows(count: number, database: Database = city.database): Promise<void> {
  await sql`
    insert into kernel.audit_journal (recorded_at, occurred_at, kind, name, actor_roles, subjects, input, output)
    select ${now}::timestamptz + n * interval '1 day', ${now}, 'action', 'toy.play', '{resident}',
           jsonb_build_array(jsonb_build_object('kind', 'case', 'id', n)), jsonb_build_object('n', n), '{"ok": true}'
      from generate_series(1, ${count}::int) n`.execute(database);
}

/** Other databases of the test server share its transactions: rows may have to wait for theirs. */
async function sealRows(count: number, batchSize = 5000): Promise<void> {
  let left = count;
  while (left > 0) {
    left -= await sealJournal(city.database, secrets, { now, batchSize });
    if (left > 0) await delay(5);
  }
  expect(left).toBe(0);
}

async function verify() {
  const file = headsFile(folder);
  const published = existsSync(file) ? readHeads(file) : readHeads('/dev/null');
  return verifyJournal(city.database, { ...secrets, published, batchSize: 7 });
}

async function seal(rows: number, batchSize = 10): Promise<void> {
  await writeRows(rows);
  await sealRows(rows, batchSize);
  await publishHeads(city.database, folder);
}

const asOwner = (text: string) => city.withOwner((owner) => owner.query(text));

describe('the sealed journal', () => {
  it('is whole as long as nobody touches it, and is sealed on and on', async () => {
    await seal(25);
    await seal(3);
    const verdict = await verify();
    expect(verdict).toMatchObject({ whole: true, rows: 28, publishedHeads: 4 });
    expect(readFileSync(headsFile(folder), 'utf8').trim().split('\n')).toHaveLength(4);
    expect(await sealJournal(city.database, secrets, { now })).toBe(0);
  });

  it('is whole when empty', async () => {
    expect(await verify()).toMatchObject({ whole: true, rows: 0 });
  });

  it.each([
    ['changed', `update kernel.audit_journal set input = '{"n": 77}' where id = 12`, 'changed', 12],
    [
      'moved in time',
      `update kernel.audit_journal set recorded_at = recorded_at + interval '1 year' where id = 12`,
      'missing',
      12,
    ],
    ['of another actor', `update kernel.audit_journal set actor_name = 'Хтось' where id = 1`, 'changed', 1],
    ['deleted', `delete from kernel.audit_journal where id = 12`, 'missing', 12],
    [
      'deleted with its link',
      `delete from kernel.audit_journal where id = 12; delete from kernel.audit_links where journal_id = 12`,
      'link-missing',
      null,
    ],
    [
      'swapped with another',
      `update kernel.audit_journal set input = jsonb_build_object('n', 27 - id) where id in (12, 15)`,
      'changed',
      12,
    ],
    [
      'swapped in the chain',
      `update kernel.audit_links l set journal_id = -o.journal_id, recorded_at = o.recorded_at from kernel.audit_links o
        where l.journal_id in (12, 15) and o.journal_id = 27 - l.journal_id;
       update kernel.audit_links set journal_id = -journal_id where journal_id < 0`,
      'changed',
      15,
    ],
    [
      'cut off with the tail of links',
      `delete from kernel.audit_journal where id >= 12; delete from kernel.audit_links where journal_id >= 12`,
      'cut',
      null,
    ],
    [
      'cut off with links and seals',
      `delete from kernel.audit_journal where id > 10; delete from kernel.audit_links where journal_id > 10;
       delete from kernel.audit_seals where batch > 1`,
      'cut',
      null,
    ],
    ['all gone', `truncate kernel.audit_journal, kernel.audit_links, kernel.audit_seals`, 'cut', null],
    ['without its seal', `delete from kernel.audit_seals where batch = 2`, 'forged-head', 11],
    [
      'under another seal',
      `update kernel.audit_seals set head = sha256('x') where batch = 2`,
      'forged-head',
      11,
    ],
    [
      'written in behind the end',
      `insert into kernel.audit_journal (id, xid, kind, name) values (900, '3', 'action', 'toy.forge')`,
      'inserted',
      900,
    ],
  ])('tells a row %s', async (_what, tampering, problem, journalId) => {
    await seal(25);
    await asOwner(tampering);
    expect(await verify()).toMatchObject({ whole: false, problem, journalId });
  });

  it('tells a chain rebuilt by someone who has the keys, by the heads published before', async () => {
    await seal(25);
    await asOwner(`update kernel.audit_journal set input = '{"n": 77}' where id = 12;
                   truncate kernel.audit_links, kernel.audit_seals`);
    await sealRows(25, 10);
    expect(await verify()).toMatchObject({
      whole: false,
      problem: 'other-head',
      batch: 2,
      position: 11,
      journalId: 11,
    });
    await expect(publishHeads(city.database, folder)).rejects.toThrow('published but is not in the database');
  });

  it('tells a published head that the city did not sign', async () => {
    await seal(25);
    const lines = readFileSync(headsFile(folder), 'utf8').trim().split('\n');
    const head = parseHead(lines[1] ?? '');
    if (head === undefined) throw new Error('no head');
    const stranger = loadSecrets(join(folder, 'stranger'), {});
    lines[1] = formatHead(signHead({ ...head, head: Buffer.alloc(32, 1) }, stranger.sealPrivateKey));
    writeFileSync(headsFile(folder), `${lines.join('\n')}\n`);
    expect(await verify()).toMatchObject({ whole: false, problem: 'forged-head', batch: 2, position: 11 });
  });

  it('publishes a head again whose line a crash has torn, and all of them where the folder is new', async () => {
    await seal(25);
    const whole = readFileSync(headsFile(folder), 'utf8');
    writeFileSync(headsFile(folder), whole.slice(0, -30));
    expect(await publishHeads(city.database, folder)).toBe(1);
    expect(readFileSync(headsFile(folder), 'utf8')).toBe(whole);
    appendFileSync(headsFile(folder), '{"batch"');
    expect(await publishHeads(city.database, folder)).toBe(0);
    rmSync(headsFile(folder));
    expect(await publishHeads(city.database, folder)).toBe(3);
    expect(await verify()).toMatchObject({ whole: true, publishedHeads: 3 });
  });

  it('seals the rows of a database moved to a new cluster, whose transaction numbers begin anew', async () => {
    await seal(10);
    await asOwner(`
      update kernel.audit_links set xid = '900000000' where position = 10;
      insert into kernel.audit_journal (xid, kind, name) values ('900000001', 'action', 'toy.before-the-move')`);
    await writeRows(4);
    await sealRows(5, 2);
    await seal(3);
    const { rows } = await sql<{ name: string }>`
      select j.name from kernel.audit_links l join kernel.audit_journal j on j.id = l.journal_id where position = 11`.execute(
      city.database,
    );
    expect(rows[0]?.name).toBe('toy.before-the-move');
    expect(await verify()).toMatchObject({ whole: true, rows: 18 });
  });

  it('cannot be rewritten by the application', async () => {
    await seal(3);
    for (const text of [
      'update kernel.audit_journal set name = name',
      'delete from kernel.audit_journal',
      'update kernel.audit_links set hash = hash',
      'delete from kernel.audit_seals',
      'alter table kernel.audit_journal add column x int',
    ]) {
      await expect(sql.raw(text).execute(city.database)).rejects.toThrow(/permission denied|must be owner/);
    }
  });
});

describe('the sealer', () => {
  it('never misses a row that is committed late', async () => {
    const late = await city.pool.connect();
    await late.query('begin');
    await late.query(`insert into kernel.audit_journal (kind, name) values ('action', 'toy.late')`);
    await writeRows(5);
    expect(await sealJournal(city.database, secrets, { now })).toBe(0);
    await late.query('commit');
    late.release();
    await sealRows(6);
    const { rows } = await sql<{ position: number; name: string }>`
      select l.position, j.name from kernel.audit_links l join kernel.audit_journal j on j.id = l.journal_id
       order by l.position limit 1`.execute(city.database);
    expect(rows[0]).toEqual({ position: 1, name: 'toy.late' });
    expect(await verify()).toMatchObject({ whole: true, rows: 6 });
  });

  it('links every committed row once, whatever order transactions end in and however many sealers run', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            rows: fc.integer({ min: 1, max: 4 }),
            pause: fc.integer({ min: 0, max: 8 }),
            commits: fc.boolean(),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        fc.integer({ min: 1, max: 7 }),
        async (deeds, batchSize) => {
          const before = await countLinks();
          let writing = true;
          const write = async ({ rows, pause, commits }: (typeof deeds)[number]) => {
            const work = city.database.transaction().execute(async (tx) => {
              for (let n = 0; n < rows; n += 1) {
                await sql`insert into kernel.audit_journal (kind, name) values ('look', 'toy.see')`.execute(
                  tx,
                );
                await delay(pause / rows);
              }
              if (!commits) throw new Error('changed its mind');
            });
            await work.catch(() => undefined);
          };
          const sealing = [1, 2].map(async () => {
            while (writing) {
              await sealJournal(city.database, secrets, { now, batchSize });
              await delay(1);
            }
          });
          await Promise.all(deeds.map(write));
          writing = false;
          await Promise.all(sealing);
          const expected = deeds.filter(({ commits }) => commits).reduce((sum, { rows }) => sum + rows, 0);
          await sealRows(before + expected - (await countLinks()));
          expect(await verify()).toMatchObject({ whole: true, rows: before + expected });
        },
      ),
      { numRuns: 15 },
    );
  });
});

async function countLinks(): Promise<number> {
  const result = await sql<{ n: number }>`select count(*) as n from kernel.audit_links`.execute(
    city.database,
  );
  return result.rows[0]?.n ?? 0;
}
