import { sql } from 'kysely';
import { type Look, looksAt } from '../../kernel/audit/looks.ts';
import type { Transaction } from '../../kernel/database/database.ts';

/** Newest first; empty where the register knows no such number. */
export async function looksAtPerson(tx: Transaction, rnokpp: string): Promise<readonly Look[]> {
  const { rows } = await sql<{ id: string }>`
    select id from community_register.residents where rnokpp = ${rnokpp}`.execute(tx);
  const [person] = rows;
  return person === undefined ? [] : looksAt(tx, { kind: 'resident', id: person.id });
}
