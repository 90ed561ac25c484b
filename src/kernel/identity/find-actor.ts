import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Actor, ROLES, type Role } from '../actions/actor.ts';
import type { Database, Transaction } from '../database/database.ts';

interface StaffRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly unit_id: string;
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function actorOf(row: StaffRow, sessionId: string | null): Actor {
  return {
    kind: 'staff',
    staffId: row.id,
    name: row.name,
    roles: row.roles.filter(isRole),
    unitId: row.unit_id,
    sessionId,
    importedBy: null,
  };
}

function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** Who holds the session or token, fully signed in; undefined for an unknown or expired one. */
export async function findActorByToken(
  database: Database,
  token: string,
  now: Date,
): Promise<Actor | undefined> {
  const result = await sql<StaffRow & { session_id: string }>`
    select st.id, st.login, st.name, st.roles, st.unit_id, s.id as session_id
      from kernel.sessions s join kernel.staff st on st.id = s.staff_id
     where s.token_hash = ${hashToken(token)} and s.stage = 'full' and s.expires_at > ${now} and st.active`.execute(
    database,
  );
  const row = result.rows[0];
  return row && actorOf(row, row.session_id);
}

/** Active staff by login, for deeds done in their name. */
export async function findActorsByLogin(
  tx: Transaction,
  logins: readonly string[],
): Promise<ReadonlyMap<string, Actor>> {
  if (logins.length === 0) return new Map();
  const result = await sql<StaffRow>`
    select id, login, name, roles, unit_id from kernel.staff
     where login = any(${logins}::text[])`.execute(tx);
  return new Map(result.rows.map((row) => [row.login, actorOf(row, null)]));
}
