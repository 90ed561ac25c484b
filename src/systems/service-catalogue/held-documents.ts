import { sql } from 'kysely';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import type { HeldDocument } from './contradictions.ts';

/** Papers that the authorities hold themselves, in the order of the reference list. */
export async function readHeldDocuments(tx: Transaction | Database): Promise<readonly HeldDocument[]> {
  const { rows } = await sql<HeldDocument>`
    select code, name, signs, held_by as "heldBy", article
      from service_catalogue.held_documents order by position`.execute(tx);
  return rows;
}
