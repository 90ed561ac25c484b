import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Actor, RESIDENT, type Resident, ROLES, type Role } from '../actions/actor.ts';
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
    resident: null,
  };
}

function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

interface SessionRow {
  readonly session_id: string;
  readonly staff: StaffRow | null;
  readonly account: Resident | null;
}

/** Who holds the session or token, fully signed in; undefined for an unknown or expired one. */
export async function findActorByToken(
  database: Database,
  token: string,
  now: Date,
): Promise<Actor | undefined> {
  const result = await sql<SessionRow>`
    select s.id as session_id,
           case when st.id is not null then jsonb_build_object(
             'id', st.id, 'login', st.login, 'name', st.name, 'roles', st.roles, 'unit_id', st.unit_id) end as staff,
           case when a.id is not null then jsonb_build_object(
             'accountId', a.id, 'name', a.name, 'code', a.code, 'email', a.email, 'phone', a.phone,
             'address', a.address, 'provider', a.provider) end as account
      from kernel.sessions s
      left join kernel.staff st on st.id = s.staff_id and st.active
      left join kernel.accounts a on a.id = s.account_id
     where s.token_hash = ${hashToken(token)} and s.stage = 'full' and s.expires_at > ${now}`.execute(
    database,
  );
  const row = result.rows[0];
  if (row?.staff) return actorOf(row.staff, row.session_id);
  return row?.account ? { ...RESIDENT, sessionId: row.session_id, resident: row.account } : undefined;
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

/** One of those found. Throws where nobody has that login. */
export function getActor(actors: ReadonlyMap<string, Actor>, login: string): Actor {
  const actor = actors.get(login);
  if (actor === undefined) throw new Error(`nobody of the staff has the login ${login}`);
  return actor;
}
