import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Transaction } from '../database/database.ts';
import { CHAIN_START, chainHash, ROW_TEXT } from './chain.ts';
import { Breakage, type Broken } from './chain-break.ts';
import type { Head } from './head.ts';
import { HeadsInOrder } from './heads-in-order.ts';
import { findSealsAfter } from './published-heads.ts';

export interface Whole {
  readonly whole: true;
  readonly rows: number;
  readonly lastHead: Head | undefined;
  readonly publishedHeads: number;
}

export interface VerifyOptions {
  readonly auditKey: Buffer;
  readonly sealPublicKey: KeyObject;
  /** Heads published outside the database, in order; see `readHeads`. */
  readonly published: AsyncIterable<Head | undefined>;
  readonly onProgress?: (rows: number) => void;
  readonly batchSize?: number;
}

interface LinkedRow {
  readonly position: number;
  readonly journal_id: number;
  readonly hash: Buffer;
  /** Null = the row is gone. */
  readonly text: string | null;
}

/**
 * Recomputes the whole chain and compares it with its links, its seals and the published heads.
 * Reads one snapshot in constant memory; the city may work meanwhile.
 */
export async function verifyJournal(database: Database, options: VerifyOptions): Promise<Whole | Broken> {
  try {
    return await database
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => verifyChain(tx, options));
  } catch (error) {
    if (error instanceof Breakage) return nameRow(database, error.broken);
    throw error;
  }
}

/** A break found by its place in the chain is told with the row that stood there, where a link still knows it. */
async function nameRow(database: Database, broken: Broken): Promise<Broken> {
  if (broken.position === null || broken.journalId !== null) return broken;
  const link = await sql<{ journal_id: number }>`
    select journal_id from kernel.audit_links where position = ${broken.position}`.execute(database);
  return { ...broken, journalId: link.rows[0]?.journal_id ?? null };
}

async function verifyChain(tx: Transaction, options: VerifyOptions): Promise<Whole> {
  // A plan made for small tables would read the whole journal for each batch.
  await sql`set local enable_hashjoin = off`.execute(tx);
  await sql`set local enable_mergejoin = off`.execute(tx);
  await sql`set local statement_timeout = 0`.execute(tx);
  const sealed = new HeadsInOrder(readSeals(tx), options.sealPublicKey);
  const published = new HeadsInOrder(options.published, options.sealPublicKey);
  await sealed.advance();
  await published.advance();
  let position = 0;
  let hash: Buffer = CHAIN_START;
  for await (const row of readLinkedRows(tx, options.batchSize ?? 5000)) {
    const at = { position: position + 1, journalId: row.journal_id };
    if (row.position !== position + 1) throw new Breakage('link-missing', { position: position + 1 });
    if (row.text === null) throw new Breakage('missing', at);
    hash = chainHash(options.auditKey, hash, row.text);
    if (!hash.equals(row.hash)) throw new Breakage('changed', at);
    position = row.position;
    for (const heads of [sealed, published]) {
      if (heads.next?.last === position) await heads.compare(hash, at);
    }
    if (position % 10_000 === 0) options.onProgress?.(position);
  }
  for (const heads of [sealed, published]) {
    if (heads.next !== undefined)
      throw new Breakage('cut', { position: position + 1, batch: heads.next.batch });
  }
  if (sealed.end !== position) throw new Breakage('forged-head', { position: sealed.end + 1 });
  await checkNothingInserted(tx);
  return { whole: true, rows: position, lastHead: sealed.last, publishedHeads: published.count };
}

async function* readSeals(tx: Transaction): AsyncGenerator<Head> {
  let batch = 0;
  for (;;) {
    const seals = await findSealsAfter(tx, batch, 1000);
    yield* seals;
    const last = seals.at(-1);
    if (last === undefined) return;
    batch = last.batch;
  }
}

async function* readLinkedRows(tx: Transaction, batchSize: number): AsyncGenerator<LinkedRow> {
  let position = 0;
  for (;;) {
    const result = await sql<LinkedRow>`
      select l.position, l.journal_id, l.hash, case when j.id is not null then ${ROW_TEXT} end as text
        from kernel.audit_links l
        left join kernel.audit_journal j on j.id = l.journal_id and j.recorded_at = l.recorded_at
       where l.position > ${position} order by l.position limit ${batchSize}`.execute(tx);
    yield* result.rows;
    const last = result.rows.at(-1);
    if (last === undefined) return;
    position = last.position;
  }
}

/** The sealer only goes forward: a row before the chain's end without a place in it was not written by a deed. */
async function checkNothingInserted(tx: Transaction): Promise<void> {
  await sql`set local enable_hashjoin = on`.execute(tx);
  const result = await sql<{ id: number }>`
    with tail as materialized (select xid, journal_id from kernel.audit_links order by position desc limit 1)
    select j.id from kernel.audit_journal j, tail
     where (j.xid, j.id) <= (tail.xid, tail.journal_id) and tail.xid < pg_snapshot_xmax(pg_current_snapshot())
       and not exists (select 1 from kernel.audit_links l where l.journal_id = j.id)
     order by j.id limit 1`.execute(tx);
  const inserted = result.rows[0];
  if (inserted !== undefined) throw new Breakage('inserted', { journalId: inserted.id });
}
