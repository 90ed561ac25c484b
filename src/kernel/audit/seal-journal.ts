import { sql } from 'kysely';
import type { Database, Transaction } from '../database/database.ts';
import type { Secrets } from '../secrets.ts';
import { CHAIN_START, chainHash, ROW_TEXT } from './chain.ts';
import { type Head, signHead } from './head.ts';

/** Advisory lock of the one who seals and publishes. */
const SEALER_LOCK = 7_305_001;

export type SealKeys = Pick<Secrets, 'auditKey' | 'sealPrivateKey'>;

interface Row {
  readonly id: number;
  readonly xid: string;
  /** Kept as text: a Date would lose the microseconds. */
  readonly recorded_at: string;
  readonly text: string;
}

interface Link {
  readonly position: number;
  readonly xid: string;
  readonly journal_id: number;
  readonly hash: Buffer;
  /** The link's transaction is not yet begun here: the database was moved to a new cluster by dump and restore. */
  readonly moved: boolean;
}

const NO_LINK: Link = { position: 0, xid: '0', journal_id: 0, hash: CHAIN_START, moved: false };

/**
 * Links the journal rows whose fate is certain and signs the new head; one batch a transaction.
 * Returns the number of rows linked. Does nothing where another process is sealing.
 */
export async function sealJournal(
  database: Database,
  keys: SealKeys,
  options: { readonly now: Date; readonly batchSize?: number },
): Promise<number> {
  const batchSize = options.batchSize ?? 5000;
  let sealed = 0;
  for (;;) {
    const rows = await database
      .transaction()
      .execute((tx) => sealBatch(tx, keys, { now: options.now, batchSize }));
    sealed += rows;
    if (rows < batchSize) return sealed;
  }
}

/** Takes the sealer's lock until the transaction ends; false where another has it. */
export async function takeSealerLock(tx: Transaction): Promise<boolean> {
  const result = await sql<{
    mine: boolean;
  }>`select pg_try_advisory_xact_lock(${SEALER_LOCK}) as mine`.execute(tx);
  return result.rows[0]?.mine === true;
}

async function sealBatch(
  tx: Transaction,
  keys: SealKeys,
  { now, batchSize }: { readonly now: Date; readonly batchSize: number },
): Promise<number> {
  if (!(await takeSealerLock(tx))) return 0;
  const last = await findLastLink(tx);
  const rows = await findCertainRows(tx, last, batchSize);
  if (rows.length === 0) return 0;
  const hashes: Buffer[] = [];
  let hash = last.hash;
  for (const row of rows) {
    hash = chainHash(keys.auditKey, hash, row.text);
    hashes.push(hash);
  }
  await saveLinks(tx, last.position, rows, hashes);
  const batch = (await findLastBatch(tx)) + 1;
  const range = { first: last.position + 1, last: last.position + rows.length };
  await saveSeal(tx, signHead({ batch, ...range, head: hash, sealedAt: now }, keys.sealPrivateKey));
  return rows.length;
}

async function findLastLink(tx: Transaction): Promise<Link> {
  const result = await sql<Link>`
    select position, xid::text, journal_id, hash, xid >= pg_snapshot_xmax(pg_current_snapshot()) as moved
      from kernel.audit_links order by position desc limit 1`.execute(tx);
  return result.rows[0] ?? NO_LINK;
}

/**
 * Rows after the last link that no running transaction can come before: every transaction older than
 * `pg_snapshot_xmin` has ended, so its rows are visible now or never, and the order (xid, id) is final.
 */
async function findCertainRows(tx: Transaction, last: Link, limit: number): Promise<readonly Row[]> {
  const certain = sql`j.xid < pg_snapshot_xmin(pg_current_snapshot())`;
  // After a move the old cluster's numbers mean nothing here: its rows all came before, in the order of ids.
  const range = last.moved
    ? sql`(${certain} or j.xid >= pg_snapshot_xmax(pg_current_snapshot()))`
    : sql`(j.xid, j.id) > (${last.xid}::xid8, ${last.journal_id}::bigint) and ${certain}`;
  const order = last.moved ? sql`j.id` : sql`j.xid, j.id`;
  const result = await sql<Row>`
    select j.id, j.xid::text, j.recorded_at::text, ${ROW_TEXT} as text
      from kernel.audit_journal j
     where ${range} and not exists (select 1 from kernel.audit_links l where l.journal_id = j.id)
     order by ${order} limit ${limit}`.execute(tx);
  return result.rows;
}

async function saveLinks(
  tx: Transaction,
  before: number,
  rows: readonly Row[],
  hashes: readonly Buffer[],
): Promise<void> {
  const ids = rows.map((row) => row.id);
  const xids = rows.map((row) => row.xid);
  const times = rows.map((row) => row.recorded_at);
  await sql`
    insert into kernel.audit_links (position, journal_id, xid, recorded_at, hash)
    select ${before}::bigint + place, id, xid, recorded_at, hash
      from unnest(${ids}::bigint[], ${xids}::xid8[], ${times}::timestamptz[], ${hashes}::bytea[])
           with ordinality as link (id, xid, recorded_at, hash, place)`.execute(tx);
}

async function findLastBatch(tx: Transaction): Promise<number> {
  const result = await sql<{ batch: number }>`
    select batch from kernel.audit_seals order by batch desc limit 1`.execute(tx);
  return result.rows[0]?.batch ?? 0;
}

async function saveSeal(tx: Transaction, head: Head): Promise<void> {
  await sql`
    insert into kernel.audit_seals (batch, first_position, last_position, head, signature, sealed_at)
    values (${head.batch}, ${head.first}, ${head.last}, ${head.head}, ${head.signature}, ${head.sealedAt})`.execute(
    tx,
  );
}
