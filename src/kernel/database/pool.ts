import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { APP_ROLE } from './app-role.ts';
import { PreparedClient } from './prepared-client.ts';
import { errorCode } from './start-problem.ts';

// A Date goes to the server in UTC: local time and its summer-time jumps stay out of the data.
pg.defaults.parseInputDatesAsUTC = true;

const { builtins } = pg.types;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const NUMERIC_ARRAY = 1231;
const TEXT_ARRAY: number = 1009;

const asText = (value: string): string => value;
const textArray: (value: string) => (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY, 'text');

const PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  [builtins.INT8]: Number,
  [builtins.DATE]: asText,
  [builtins.NUMERIC]: asText,
  [builtins.TIMESTAMP]: asText,
  [DATE_ARRAY]: textArray,
  [NUMERIC_ARRAY]: textArray,
  [INT8_ARRAY]: (value) => textArray(value).map((item) => (item === null ? null : Number(item))),
};

/** timestamptz → Date, date → 'YYYY-MM-DD', int8 → number, numeric → string. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS[oid]) ?? pg.types.getTypeParser(oid, format),
};

export interface ConnectionOptions {
  readonly url: string;
  readonly applicationName: string;
  /** Becomes the lesser role as it connects. */
  readonly asApp: boolean;
  readonly statementTimeoutMs: number;
}

export function connectionConfig(options: ConnectionOptions): pg.ClientConfig {
  return {
    connectionString: options.url,
    application_name: options.applicationName,
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: options.asApp ? 60_000 : 0,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    types,
    options: `-c timezone=UTC -c datestyle=ISO${options.asApp ? ` -c role=${APP_ROLE}` : ''}`,
  };
}

/** How long a request waits for a database that is starting again before it fails. */
const PATIENCE_MS = 20_000;

/** ECONNREFUSED, ENOENT: no socket yet; 57P0x: going down, starting up; 53300: too many connections. */
const PASSING: ReadonlySet<string | undefined> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/** Connects with patience while the database restarts; never repeats a statement. */
export async function connectPatiently<T>(connect: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (let pause = 50; ; pause = Math.min(pause * 2, 1_000)) {
    try {
      return await connect();
    } catch (error) {
      const passing = PASSING.has(errorCode(error)) || isConnectionLost(error);
      if (!passing || performance.now() + pause > deadline) {
        throw error;
      }
      await delay(pause);
    }
  }
}

function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && /Connection terminated|terminated unexpectedly/.test(error.message);
}

export class PatientPool extends pg.Pool {
  override connect = ((callback?: unknown): unknown => {
    const once: (this: pg.Pool, callback?: unknown) => unknown = pg.Pool.prototype.connect;
    if (typeof callback === 'function') {
      return once.call(this, callback);
    }
    return connectPatiently(() => once.call(this) as Promise<pg.PoolClient>);
  }) as pg.Pool['connect'];

  // Promises only; a stream or a cursor needs a connection of its own from `connect`.
  override query = (async (statement: string | pg.QueryConfig, values?: unknown[]): Promise<unknown> => {
    const client = await this.connect();
    try {
      return await client.query(statement, values);
    } finally {
      client.release();
    }
  }) as pg.Pool['query'];
}

/** A connection's memory grows with what it has seen; an hour bounds it. */
const CONNECTION_LIFE_SECONDS = 3600;

/**
 * Eight to ten connections serve two cores best: thirty-two are slower than eight. They stay when nobody
 * needs them: a fresh one plans each statement anew, which the first visitors after a quiet while would wait for.
 */
export function makePool(options: ConnectionOptions, size = 10): pg.Pool {
  const pool = new PatientPool({
    ...connectionConfig(options),
    pipeline: true,
    max: size,
    idleTimeoutMillis: 0,
    maxLifetimeSeconds: CONNECTION_LIFE_SECONDS,
    Client: PreparedClient,
  });
  // An idle connection that breaks is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
