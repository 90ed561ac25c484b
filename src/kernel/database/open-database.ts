import { Kysely } from 'kysely';
import pg from 'pg';
import type { DB } from '../../../generated/database.ts';
import { prepareDataFolder } from './data-folder.ts';
import type { Database } from './database.ts';
import { ensureJournalPartitions } from './journal-partitions.ts';
import { Listener } from './listener.ts';
import { migrate } from './migrate.ts';
import type { MigrationSource } from './migration-source.ts';
import { openPlace, type Place, withOwner } from './place.ts';
import { PipelinedDialect } from './pipelined-dialect.ts';
import { connectionConfig, makePool } from './pool.ts';
import { StartProblem } from './start-problem.ts';

export interface OpenDatabaseOptions {
  /** An outside PostgreSQL ≥ 15; left out = the embedded one in `<dataDir>/postgres`. */
  readonly databaseUrl?: string | undefined;
  /** The owner of the tables where it is another login than the application's. */
  readonly databaseOwnerUrl?: string | undefined;
  readonly dataDir: string;
  readonly migrations: readonly MigrationSource[];
  /** Moment of the start, for the journal's partitions. */
  readonly now: Date;
  readonly poolSize?: number;
  /** How long the start waits for a database that is not there yet. */
  readonly patienceMs?: number;
  /** Told when the embedded database died and could not be started again (it is tried on and on). */
  readonly report?: (error: unknown) => void;
}

export interface CityDatabase {
  readonly database: Database;
  /** The same connections for what Kysely does not do (streams, COPY). */
  readonly pool: pg.Pool;
  /** Connection string of the application's login; add `options=-c role=prozoryi_app` to be the lesser role. */
  readonly url: string;
  readonly ownerUrl: string;
  /** Runs `work` on a fresh connection of the tables' owner. */
  withOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T>;
  /**
   * Listens to NOTIFY; resolves when listening, the answer stops it. Comes back by itself after a
   * broken connection and then calls `onGap`: what was said meanwhile is lost.
   */
  listen(
    channel: string,
    handler: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>>;
  notify(channel: string, payload: string): Promise<void>;
  /** Does the database answer now? Never throws, never waits longer than two seconds. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the city's database, migrated and ready. Throws `StartProblem` with a sentence for the IT person. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<CityDatabase> {
  await prepareDataFolder(options.dataDir);
  const place = await openPlace(options);
  try {
    await withOwner(
      place,
      async (owner) => {
        await checkVersion(owner);
        await migrate(owner, options.migrations, userOf(place.url));
        await ensureJournalPartitions(owner, options.now);
      },
      options.patienceMs,
    );
  } catch (error) {
    await place.cluster?.release();
    throw error;
  }
  place.cluster?.keepAlive(options.report ?? (() => undefined));
  return connectCity(place, options.poolSize);
}

function userOf(url: string): string {
  return new pg.Client({ connectionString: url }).user ?? 'postgres';
}

async function checkVersion(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ number: string; version: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
  );
  if (Number(rows[0]?.number) < 150_000) {
    throw new StartProblem('tooOld', { found: rows[0]?.version ?? '' });
  }
}

/** Connections of the application to a database that is already migrated. */
export function connectCity(place: Place, poolSize?: number): CityDatabase {
  const connection = {
    url: place.url,
    applicationName: place.applicationName,
    asApp: true,
    statementTimeoutMs: 60_000,
  };
  const pool = makePool(connection, poolSize);
  const database = new Kysely<DB>({ dialect: new PipelinedDialect({ pool }) });
  const listener = new Listener(
    connectionConfig({
      ...connection,
      applicationName: `${place.applicationName} listener`,
      statementTimeoutMs: 0,
    }),
  );
  if (place.cluster !== undefined) {
    // A connection that always stands tells other processes that the database is in use.
    listener.connect().catch(() => undefined);
  }
  return {
    database,
    pool,
    url: place.url,
    ownerUrl: place.ownerUrl,
    withOwner: (work) => withOwner(place, work),
    listen: (channel, handler, onGap) => listener.listen(channel, handler, onGap),
    notify: async (channel, payload) => {
      await pool.query('select pg_notify($1, $2)', [channel, payload]);
    },
    isReady: () => answers(place.url),
    close: async () => {
      await listener.close();
      await pool.end();
      await place.cluster?.release();
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
