import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database, Transaction } from '../database/database.ts';
import { hashToken } from './find-actor.ts';

const HOURS = 60 * 60 * 1000;
/** A working day with its evening reception; the next morning signs in anew. */
const BROWSER_LIFE_MS = 12 * HOURS;
const PASSWORD_STAGE_LIFE_MS = 10 * 60 * 1000;

export type Stage = 'invited' | 'password' | 'full';

/** Whose session it is. */
export type SessionOwner = { readonly staffId: string } | { readonly accountId: string };

type NewSession = SessionOwner & {
  readonly kind: 'browser' | 'token';
  readonly stage: Stage;
  readonly label?: string;
  readonly lifeMs?: number;
};

/** Opens a session; the token is told once and kept only as a hash. */
export async function openSession(
  tx: Transaction | Database,
  session: NewSession,
  now: Date,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const id = uuid();
  const life = session.lifeMs ?? (session.stage === 'full' ? BROWSER_LIFE_MS : PASSWORD_STAGE_LIFE_MS);
  const expiresAt = new Date(now.getTime() + life);
  const owner = { staffId: null, accountId: null, ...session };
  await sql`
    insert into kernel.sessions (id, token_hash, staff_id, account_id, kind, stage, label, created_at, expires_at)
    values (${id}, ${hashToken(token)}, ${owner.staffId}, ${owner.accountId}, ${session.kind}, ${session.stage},
            ${session.label ?? ''}, ${now}, ${expiresAt})`.execute(tx);
  return { id, token, expiresAt };
}

/** Who gave the password and has yet to give the second factor. */
export async function findPasswordStage(
  database: Database,
  token: string,
  now: Date,
): Promise<{ staffId: string; login: string; totpSecret: string | null } | undefined> {
  const result = await sql<{ staffId: string; login: string; totpSecret: string | null }>`
    select st.id as "staffId", st.login, st.totp_secret as "totpSecret"
      from kernel.sessions s join kernel.staff st on st.id = s.staff_id
     where s.token_hash = ${hashToken(token)} and s.stage = 'password' and s.expires_at > ${now} and st.active`.execute(
    database,
  );
  return result.rows[0];
}

export async function closeSession(database: Database, token: string): Promise<void> {
  await sql`delete from kernel.sessions where token_hash = ${hashToken(token)}`.execute(database);
}
