import { sql } from 'kysely';
import type { Actor } from '../../kernel/actions/actor.ts';
import { hasRole } from '../../kernel/actions/actor.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { StoredFile } from '../../kernel/files/files.ts';

/** A signed list is open to the front office, its head, the auditor, and the body that signed it. */
export async function mayOpenSignedList(tx: Transaction, actor: Actor, file: StoredFile): Promise<boolean> {
  if (actor.staffId === null) return false;
  const everyBody = hasRole(actor, 'administrator', 'head', 'auditor');
  const { rows } = await sql`
    select from handover_registers.registers
     where signed_file_id = ${file.id} and (${everyBody} or unit_id = ${actor.unitId}::uuid) limit 1`.execute(
    tx,
  );
  return rows.length > 0;
}
