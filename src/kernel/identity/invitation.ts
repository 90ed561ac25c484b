import { sql } from 'kysely';
import type { Actor } from '../actions/actor.ts';
import { Refusal } from '../actions/refusal.ts';
import type { City } from '../city.ts';
import type { Database, Transaction } from '../database/database.ts';
import { hashToken } from './find-actor.ts';
import { hashPassword, PASSWORD_MIN_LENGTH } from './password.ts';
import { openSession } from './session-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const INVITATION_DAYS = 3;

/*
 * Invitations and tokens are secrets told once. They are no actions, for an action's answer is kept
 * with its request key and in the journal; the journal row is written here, without the secret.
 */

/** A one-time link by which a member sets the password. Older invitations of the member die. */
export async function inviteMember(city: City, by: Actor, staffId: string): Promise<{ token: string }> {
  const now = city.clock.now();
  return city.connections.database.transaction().execute(async (tx) => {
    await sql`delete from kernel.sessions where staff_id = ${staffId} and stage = 'invited'`.execute(tx);
    await journal(tx, now, by, 'identity.invite-member', staffId);
    const lifeMs = INVITATION_DAYS * DAY_MS;
    return openSession(tx, { staffId, kind: 'browser', stage: 'invited', label: 'invitation', lifeMs }, now);
  });
}

/** A bearer token for the API, with the member's own rights. */
export async function issueToken(
  city: City,
  by: Actor,
  staffId: string,
  token: { readonly label: string; readonly days: number },
): Promise<{ token: string }> {
  const now = city.clock.now();
  return city.connections.database.transaction().execute(async (tx) => {
    await journal(tx, now, by, 'identity.issue-token', staffId);
    const lifeMs = token.days * DAY_MS;
    return openSession(tx, { staffId, kind: 'token', stage: 'full', label: token.label, lifeMs }, now);
  });
}

async function journal(tx: Transaction, now: Date, by: Actor, name: string, staffId: string): Promise<void> {
  await sql`
    insert into kernel.audit_journal (kind, occurred_at, recorded_at, name, actor_id, actor_name, actor_roles, subjects)
    values ('action', ${now}, ${now}, ${name}, ${by.staffId}, ${by.name}, ${by.roles},
            ${JSON.stringify([{ kind: 'staff', id: staffId }])}::jsonb)`.execute(tx);
}

/** Who holds an invitation that is still good. */
export async function findInvited(
  database: Database,
  token: string,
  now: Date,
): Promise<{ staffId: string; login: string; name: string } | undefined> {
  const result = await sql<{ staffId: string; login: string; name: string }>`
    select st.id as "staffId", st.login, st.name
      from kernel.sessions s join kernel.staff st on st.id = s.staff_id
     where s.token_hash = ${hashToken(token)} and s.stage = 'invited' and s.expires_at > ${now} and st.active`.execute(
    database,
  );
  return result.rows[0];
}

/**
 * Sets the password by an invitation and spends it. The second factor is set anew at the next
 * sign-in, and other sessions of the member end: whoever lost the telephone starts here.
 */
export async function acceptInvitation(city: City, token: string, password: string): Promise<void> {
  if (password.length < PASSWORD_MIN_LENGTH) {
    throw new Refusal('identity:refusals.passwordShort', { count: PASSWORD_MIN_LENGTH }, 422);
  }
  const passwordHash = await hashPassword(password);
  const now = city.clock.now();
  await city.connections.database.transaction().execute(async (tx) => {
    const spent = await sql<{ staff_id: string }>`
      delete from kernel.sessions where token_hash = ${hashToken(token)} and stage = 'invited' and expires_at > ${now}
      returning staff_id`.execute(tx);
    const staffId = spent.rows[0]?.staff_id;
    if (staffId === undefined) throw new Refusal('identity:refusals.invitationSpent', {}, 401);
    await sql`delete from kernel.sessions where staff_id = ${staffId} and kind = 'browser'`.execute(tx);
    await sql`
      update kernel.staff
         set password_hash = ${passwordHash}, totp_secret = null, totp_last_step = null, failed_attempts = 0, locked_until = null
       where id = ${staffId}`.execute(tx);
  });
}
