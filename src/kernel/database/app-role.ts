import type { ClientBase } from 'pg';
import pg from 'pg';
import { errorCode, reasonOf, StartProblem } from './start-problem.ts';

/** The lesser role as which the application works: it neither alters tables nor rewrites the journal. */
export const APP_ROLE = 'prozoryi_app';

/** The embedded database's login for the application, a member of the lesser role. */
export const APP_LOGIN = 'prozoryi_server';

const EXTENSIONS = ['pg_trgm', 'btree_gist', 'unaccent'] as const;

/** Makes the lesser role if it is not there and lets `appUser` become it. Runs as the owner. */
export async function ensureAppRole(owner: ClientBase, appUser: string): Promise<void> {
  try {
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [APP_ROLE]);
    if (rowCount === 0) {
      await owner.query(`create role ${APP_ROLE} nologin`).catch(ignoreRoleMadeByOther);
    }
    const { rows } = await owner.query<{ member: boolean }>(`select pg_has_role($1, $2, $3) as member`, [
      appUser,
      APP_ROLE,
      await memberPrivilege(owner),
    ]);
    if (rows[0]?.member !== true) {
      await owner.query(`grant ${APP_ROLE} to ${pg.escapeIdentifier(appUser)}`);
    }
  } catch (error) {
    throw errorCode(error) === '42501' ? new StartProblem('roleMissing', { user: appUser }, error) : error;
  }
}

/** Since PostgreSQL 16 the right to `set role` is apart from membership. */
async function memberPrivilege(owner: ClientBase): Promise<'SET' | 'MEMBER'> {
  const { rows } = await owner.query<{ v: string }>(`select current_setting('server_version_num') as v`);
  return Number(rows[0]?.v) >= 160_000 ? 'SET' : 'MEMBER';
}

/** Roles are shared by all databases of a server: a parallel run may have made it a moment ago. */
function ignoreRoleMadeByOther(error: unknown): void {
  const code = errorCode(error);
  if (code !== '42710' && code !== '23505') {
    throw error;
  }
}

/** Makes the embedded database's application login; its password is set anew at each start. */
export async function ensureAppLogin(owner: ClientBase, password: string): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [APP_LOGIN]);
  if (rowCount === 0) {
    await owner
      .query(`create role ${APP_LOGIN} login password ${pg.escapeLiteral(password)}`)
      .catch(ignoreRoleMadeByOther);
  }
}

export async function ensureExtensions(owner: ClientBase): Promise<void> {
  for (const extension of EXTENSIONS) {
    try {
      await owner.query(`create extension if not exists ${extension} schema public`);
    } catch (error) {
      throw new StartProblem('extensionMissing', { extension, reason: reasonOf(error) }, error);
    }
  }
}

/** A schema of ours: what the owner makes in it later, the application may read and write. */
export async function ensureSchema(owner: ClientBase, schema: string): Promise<void> {
  const { rowCount } = await owner.query('select from pg_namespace where nspname = $1', [schema]);
  if (rowCount !== 0) {
    return;
  }
  const defaults = `alter default privileges in schema ${schema} grant`;
  await owner.query(`
    create schema ${schema};
    grant usage on schema ${schema} to ${APP_ROLE};
    ${defaults} select, insert, update, delete on tables to ${APP_ROLE};
    ${defaults} usage, select on sequences to ${APP_ROLE};
  `);
}
