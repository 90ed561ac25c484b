import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import type { Job } from './job.ts';

export interface JobsOptions {
  readonly database: Database;
  readonly now: () => Date;
  readonly dataDir?: string;
  readonly log: Pick<Logger, 'error'>;
  /** Milliseconds between looks for due jobs. */
  readonly tickMs?: number;
}

export interface RunningJobs {
  /** Starts nothing more and waits for what is running. */
  stop(): Promise<void>;
}

/** Connections that jobs may hold at once in one process: the pool must serve people too. */
const AT_ONCE = 3;

/** Runs each job every so many seconds, once among all processes of the city. */
export function startJobs(jobs: readonly Job[], options: JobsOptions): RunningJobs {
  const names = new Set(jobs.map(({ name }) => name));
  if (names.size < jobs.length) throw new Error('Two jobs have one name');
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      for (const job of await findDueJobs(jobs, options)) {
        if (running.has(job.name) || running.size >= AT_ONCE) continue;
        const run = runIfMine(job, options).finally(() => running.delete(job.name));
        running.set(job.name, run);
      }
      await delay(options.tickMs ?? 500, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const looping = loop();
  return {
    async stop() {
      stopping.abort();
      await looping;
      await Promise.all(running.values());
    },
  };
}

/** The longest due first, so that a crowd of slow jobs starves nobody. */
async function findDueJobs(
  jobs: readonly Job[],
  { database, now, log }: JobsOptions,
): Promise<readonly Job[]> {
  try {
    const result = await sql<{ name: string; due_at: Date }>`
      select name, due_at from kernel.job_runs`.execute(database);
    const dueAt = new Map(result.rows.map((row) => [row.name, row.due_at.getTime()]));
    const due = (job: Job) => dueAt.get(job.name) ?? 0;
    const moment = now().getTime();
    return jobs.filter((job) => due(job) <= moment).toSorted((a, b) => due(a) - due(b));
  } catch (error) {
    // The database is away for a while (restart, failover): the next look will tell.
    log.error({ err: error }, 'jobs cannot be looked up');
    return [];
  }
}

/**
 * Runs the job unless another process does. The lock belongs to the connection, not to a transaction: it
 * holds back nothing while the job works, and is gone with the process, however that ends.
 */
async function runIfMine(job: Job, options: JobsOptions): Promise<void> {
  try {
    await options.database.connection().execute(async (connection) => {
      if (!(await tryLock(connection, job.name))) return;
      try {
        // Another process may have finished it since it was looked up.
        if (await isDue(connection, job, options.now())) await runAndNote(connection, job, options);
      } finally {
        await sql`select pg_advisory_unlock(hashtextextended(${`job ${job.name}`}, 0))`.execute(connection);
      }
    });
  } catch (error) {
    options.log.error({ err: error, job: job.name }, 'job could not be run');
  }
}

async function tryLock(connection: Database, name: string): Promise<boolean> {
  const result = await sql<{ mine: boolean }>`
    select pg_try_advisory_lock(hashtextextended(${`job ${name}`}, 0)) as mine`.execute(connection);
  return result.rows[0]?.mine === true;
}

async function isDue(connection: Database, job: Job, now: Date): Promise<boolean> {
  const result = await sql<{ due: boolean }>`
    select due_at <= ${now} as due from kernel.job_runs where name = ${job.name}`.execute(connection);
  return result.rows[0]?.due ?? true;
}

async function runAndNote(
  connection: Database,
  job: Job,
  { database, now, log, dataDir }: JobsOptions,
): Promise<void> {
  const startedAt = now();
  const started = performance.now();
  let failure: string | null = null;
  try {
    await job.run({ database, now: startedAt, ...(dataDir === undefined ? {} : { dataDir }) });
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
    log.error({ err: error, job: job.name }, 'job failed');
  }
  const durationMs = Math.round(performance.now() - started);
  const dueAt = new Date(startedAt.getTime() + job.everySeconds * 1000);
  await sql`
    insert into kernel.job_runs (name, due_at, finished_at, duration_ms, failures, failure)
    values (${job.name}, ${dueAt}, ${now()}, ${durationMs}, ${failure === null ? 0 : 1}, ${failure})
    on conflict (name) do update set due_at = excluded.due_at, finished_at = excluded.finished_at,
      duration_ms = excluded.duration_ms, failure = excluded.failure,
      failures = case when excluded.failure is null then 0 else kernel.job_runs.failures + 1 end`.execute(
    connection,
  );
}
