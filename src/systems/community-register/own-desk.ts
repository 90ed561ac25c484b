import { sql } from 'kysely';
import { type Actor, hasRole, type Role } from '../../kernel/actions/actor.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';

/** The body that registers residence; specialists of other bodies have no business here. */
const REGISTRATION_BODY = 'dnap-residence';

export const REGISTER_ROLES: readonly Role[] = ['administrator', 'specialist'];

/** Administrators, and specialists of the registration body alone. Throws `Refusal` 403. */
export async function requireOwnDesk(tx: Transaction, actor: Actor): Promise<void> {
  if (hasRole(actor, 'administrator')) return;
  const { rows } = await sql`
    select from kernel.units where id = ${actor.unitId} and code = ${REGISTRATION_BODY}`.execute(tx);
  if (rows.length === 0) throw new Refusal('community-register:refusals.otherBody', {}, 403);
}
