import { sql } from 'kysely';
import type { Actor } from '../../kernel/actions/actor.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { StoredFile } from '../../kernel/files/files.ts';

/** The paper of a refund is open to those who see the payments. */
export async function mayOpenRefundFile(tx: Transaction, actor: Actor, file: StoredFile): Promise<boolean> {
  if (!actor.roles.includes('head') && !actor.roles.includes('auditor')) return false;
  const { rows } = await sql`select from fees.refunds where file_id = ${file.id} limit 1`.execute(tx);
  return rows.length > 0;
}
