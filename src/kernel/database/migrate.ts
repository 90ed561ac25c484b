import pg from 'pg';
import { APP_ROLE, ensureAppRole, ensureExtensions, ensureSchema } from './app-role.ts';
import { type Migration, type MigrationSource, readSources } from './migration-source.ts';
import { reasonOf, StartProblem } from './start-problem.ts';

/** Any number that nobody else uses as an advisory lock: one process migrates, the others wait. */
const MIGRATION_LOCK = 7_226_401_931;

/**
 * Brings the database to what the migrations say. `owner` is a connection of the tables' owner;
 * `appUser` is the login of the application, which is let into the lesser role.
 * Harmless when repeated and when several processes do it at once. Answers what was applied.
 */
export async function migrate(
  owner: pg.ClientBase,
  sources: readonly MigrationSource[],
  appUser: string,
): Promise<string[]> {
  await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await prepare(owner, appUser);
    const read = await readSources(sources);
    for (const { schema } of read) {
      await ensureSchema(owner, schema);
    }
    return await applyMissing(
      owner,
      read.flatMap((source) => source.migrations),
    );
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
}

async function prepare(owner: pg.ClientBase, appUser: string): Promise<void> {
  await ensureAppRole(owner, appUser);
  await ensureExtensions(owner);
  await ensureSchema(owner, 'kernel');
  await owner.query(`
    create table if not exists kernel.migrations (
      system text not null,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now(),
      primary key (system, name)
    );
    revoke insert, update, delete on kernel.migrations from ${APP_ROLE};
  `);
}

async function applyMissing(owner: pg.ClientBase, migrations: readonly Migration[]): Promise<string[]> {
  const { rows } = await owner.query<{ system: string; name: string; checksum: string }>(
    'select system, name, checksum from kernel.migrations',
  );
  const ledger = new Map(rows.map((row) => [`${row.system}/${row.name}`, row.checksum]));
  const applied: string[] = [];
  for (const migration of migrations) {
    const id = `${migration.system}/${migration.name}`;
    const checksum = ledger.get(id);
    if (checksum === undefined) {
      await apply(owner, migration, id);
      applied.push(id);
    } else if (checksum !== migration.checksum) {
      throw new StartProblem('migrationChanged', { migration: id });
    }
  }
  return applied;
}

async function apply(owner: pg.ClientBase, migration: Migration, id: string): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(migration.sql);
    await owner.query('insert into kernel.migrations (system, name, checksum) values ($1, $2, $3)', [
      migration.system,
      migration.name,
      migration.checksum,
    ]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new StartProblem('migrationFailed', { migration: id, reason: placeOf(error, migration) }, error);
  }
}

function placeOf(error: unknown, { sql, name }: Migration): string {
  if (!(error instanceof pg.DatabaseError) || error.position === undefined) {
    return reasonOf(error);
  }
  const line = sql.slice(0, Number(error.position)).split('\n').length;
  return `${error.message} (${name}.sql:${line})`;
}
