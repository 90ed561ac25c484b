import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import type { Database, Transaction } from '../database/database.ts';
import { formatHead, type Head, parseHead } from './head.ts';
import { takeSealerLock } from './seal-journal.ts';

/** Published heads outside the database: one JSON a line, only ever appended to. */
export function headsFile(dataDir: string): string {
  return join(dataDir, 'audit-heads', 'heads.jsonl');
}

/** The database holds fewer seals than were published from here: it was restored, or cut. */
export class ChainCut extends Error {}

/**
 * Appends every seal that this folder has not published yet (also those that another machine made) and
 * syncs the file. Returns how many. Throws `ChainCut` where the database is behind the published heads.
 */
export async function publishHeads(database: Database, dataDir: string): Promise<number> {
  return database.transaction().execute(async (tx) => {
    if (!(await takeSealerLock(tx))) return 0;
    await mkdir(join(dataDir, 'audit-heads'), { recursive: true });
    const file = await open(headsFile(dataDir), 'a+');
    try {
      return await appendMissing(tx, file);
    } finally {
      await file.close();
    }
  });
}

async function appendMissing(tx: Transaction, file: FileHandle): Promise<number> {
  const last = await readLastHead(file);
  let batch = last?.batch ?? 0;
  if (last !== undefined && !(await isInDatabase(tx, last))) {
    throw new ChainCut(
      `Head ${last.batch} is published but is not in the database: npm run audit:verify tells where it breaks`,
    );
  }
  let published = 0;
  for (;;) {
    const heads = await findSealsAfter(tx, batch, 1000);
    if (heads.length === 0) break;
    await file.appendFile(heads.map((head) => `${formatHead(head)}\n`).join(''));
    batch = heads.at(-1)?.batch ?? batch;
    published += heads.length;
  }
  if (published > 0) await file.sync();
  return published;
}

/** The last whole line; a line torn by a crash is cut away, its head is still in the database. */
async function readLastHead(file: FileHandle): Promise<Head | undefined> {
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, 4096));
  await file.read(tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf('\n') + 1;
  if (end < tail.length) await file.truncate(size - tail.length + end);
  const text = tail.subarray(0, end).toString().trimEnd();
  if (text === '') return undefined;
  const head = parseHead(text.slice(text.lastIndexOf('\n') + 1));
  if (head === undefined) throw new ChainCut('The last line of the published heads is damaged');
  return head;
}

async function isInDatabase(tx: Transaction, head: Head): Promise<boolean> {
  const [seal] = await findSealsAfter(tx, head.batch - 1, 1);
  return seal?.batch === head.batch && seal.head.equals(head.head);
}

/** Seals after a batch, in order. */
export async function findSealsAfter(
  tx: Transaction,
  batch: number,
  limit: number,
): Promise<readonly Head[]> {
  const result = await sql<Omit<Head, 'sealedAt'> & { readonly sealed_at: Date }>`
    select batch, first_position as first, last_position as last, head, signature, sealed_at
      from kernel.audit_seals where batch > ${batch} order by batch limit ${limit}`.execute(tx);
  return result.rows.map(({ sealed_at, ...seal }) => ({ ...seal, sealedAt: sealed_at }));
}

/**
 * The published heads as they stand now, line by line; `undefined` for a line that is not a head.
 * A file that is still growing is read up to the end it had at the call.
 */
export async function* readHeads(path: string): AsyncGenerator<Head | undefined> {
  const { size } = await stat(path);
  if (size === 0) return;
  const lines = createInterface({ input: createReadStream(path, { end: size - 1 }), crlfDelay: Infinity });
  for await (const line of lines) yield parseHead(line);
}
