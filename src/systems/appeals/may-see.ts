import { sql } from 'kysely';
import type { Actor } from '../../kernel/actions/actor.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { requireNotExcluded } from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { seesAll } from './who-may.ts';

/**
 * A specialist sees what their body was given, wholly or for one question; nobody what complains of them.
 * @throws Refusal 403, 404.
 */
export async function requireMaySee(
  tx: Transaction,
  actor: Actor,
  found: { readonly id: string; readonly number: string; readonly unitId: string | null },
): Promise<void> {
  await requireNotExcluded(tx, actor, found.id);
  if (seesAll(actor) || (actor.unitId !== null && found.unitId === actor.unitId)) return;
  const { rows } = await sql`
    select from appeals.resolutions r
    where r.case_id = ${found.id} and r.unit_id = ${actor.unitId}::uuid and r.withdrawn_at is null limit 1`.execute(
    tx,
  );
  if (rows.length === 0) throw new Refusal('appeals:refusals.otherBody', { number: found.number }, 403);
}
