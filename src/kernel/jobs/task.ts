import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../actions/define.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { Job } from './job.ts';

/** Work that a deed leaves for later: an event for another system, a slow document. */
export interface TaskQueue {
  /** `<system>.<name>`; also the name of the job that works on it. */
  readonly name: string;
  /** Default 10; the pauses between double from a minute to six hours. */
  readonly maxAttempts?: number;
  /**
   * Does one task in the transaction that also takes it off the queue: what it writes to the database is
   * done exactly once. What it does outside may happen again after a crash.
   */
  work(tx: Transaction, data: unknown, now: Date): Promise<void>;
}

/** Leaves a task in the deed's own transaction: it is worked on exactly when the deed stands, not before `dueAt`. */
export async function enqueue(
  deed: Pick<Deed, 'tx' | 'recordedAt'>,
  queue: string,
  data: unknown,
  dueAt: Date = deed.recordedAt,
): Promise<void> {
  await sql`
    insert into kernel.tasks (id, queue, data, created_at, due_at)
    values (${uuid()}, ${queue}, ${JSON.stringify(data ?? null)}::jsonb, ${deed.recordedAt}, ${dueAt})`.execute(
    deed.tx,
  );
}

/** Tasks done before the job lets others have the connection. */
const AT_A_TIME = 500;

/** The job that works on a queue. */
export function workOn(queue: TaskQueue): Job {
  return {
    name: queue.name,
    everySeconds: 1,
    async run({ database, now }) {
      for (let done = 0; done < AT_A_TIME; done += 1) {
        if (!(await workOnNext(database, queue, now))) return;
      }
    },
  };
}

interface Task {
  readonly id: string;
  readonly data: unknown;
  readonly attempts: number;
}

async function workOnNext(database: Database, queue: TaskQueue, now: Date): Promise<boolean> {
  let taken: Task | undefined;
  try {
    await database.transaction().execute(async (tx) => {
      taken = await takeTask(tx, queue.name, now);
      if (taken === undefined) return;
      await queue.work(tx, taken.data, now);
      await sql`delete from kernel.tasks where id = ${taken.id}`.execute(tx);
    });
  } catch (error) {
    if (taken === undefined) throw error;
    await noteFailure(database, queue, taken, { now, error });
  }
  return taken !== undefined;
}

async function takeTask(tx: Transaction, queue: string, now: Date): Promise<Task | undefined> {
  const result = await sql<Task>`
    select id, data, attempts from kernel.tasks where queue = ${queue} and due_at <= ${now}
     order by due_at, id limit 1 for update skip locked`.execute(tx);
  return result.rows[0];
}

async function noteFailure(
  database: Database,
  queue: TaskQueue,
  task: Task,
  { now, error }: { readonly now: Date; readonly error: unknown },
): Promise<void> {
  const attempts = task.attempts + 1;
  const dueAt = attempts >= (queue.maxAttempts ?? 10) ? null : nextAttempt(now, attempts);
  const failure = error instanceof Error ? error.message : String(error);
  await sql`
    update kernel.tasks set attempts = ${attempts}, due_at = ${dueAt}::timestamptz, failure = ${failure}
     where id = ${task.id}`.execute(database);
}

const MINUTE = 60_000;

/** When to try again after so many attempts: a minute, two, four, … six hours at most. */
export function nextAttempt(now: Date, attempts: number): Date {
  return new Date(now.getTime() + Math.min(2 ** (attempts - 1), 360) * MINUTE);
}
