import { sql } from 'kysely';
import type { Database, Transaction } from '../database/database.ts';

/** Reads of one moment: totals and parts that are counted by several statements still add up. */
export function inSnapshot<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}

/** Makes a snapshot of a transaction that was opened otherwise; must come before its first statement. */
export async function takeSnapshot(tx: Transaction): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(tx);
}
