import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Transaction } from '../database/database.ts';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { enqueue, nextAttempt, workOn } from './task.ts';

const now = new Date('2026-03-02T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let city: CityDatabase;
beforeEach(async () => {
  city = await createTestDatabase();
});
afterEach(() => city.close());

const leave = (data: unknown) =>
  city.database.transaction().execute((tx) => enqueue({ tx, recordedAt: now }, 'toy.tell', data));

describe('a task', () => {
  it('is done once, in order, and only when its deed stood', async () => {
    await leave({ n: 1 });
    await leave({ n: 2 });
    await expect(
      city.database.transaction().execute(async (tx) => {
        await enqueue({ tx, recordedAt: now }, 'toy.tell', { n: 3 });
        throw new Error('the deed fell');
      }),
    ).rejects.toThrow('the deed fell');
    const seen: unknown[] = [];
    const job = workOn({ name: 'toy.tell', work: async (_tx, data) => void seen.push(data) });
    await Promise.all([job.run({ database: city.database, now }), job.run({ database: city.database, now })]);
    expect(seen).toEqual([{ n: 1 }, { n: 2 }]);
    await job.run({ database: city.database, now: later(600) });
    expect(seen).toHaveLength(2);
  });

  it('is tried again after a pause, writes nothing when it fails, and is given up with its last failure', async () => {
    await leave('x');
    let tries = 0;
    const work = async (tx: Transaction) => {
      tries += 1;
      await sql`insert into kernel.job_runs (name, due_at) values ('toy.trace', now())`.execute(tx);
      throw new Error('сусід спить');
    };
    const job = workOn({ name: 'toy.tell', maxAttempts: 2, work });
    await job.run({ database: city.database, now });
    await job.run({ database: city.database, now });
    expect(tries).toBe(1);
    await job.run({ database: city.database, now: later(1) });
    await job.run({ database: city.database, now: later(10_000) });
    expect(tries).toBe(2);
    const { rows } =
      await sql`select attempts, due_at, failure, (select count(*) from kernel.job_runs) as traces from kernel.tasks`.execute(
        city.database,
      );
    expect(rows).toEqual([{ attempts: 2, due_at: null, failure: 'сусід спить', traces: 0 }]);
  });

  it('waits at most six hours for the next try', () => {
    expect(nextAttempt(now, 1)).toEqual(later(1));
    expect(nextAttempt(now, 4)).toEqual(later(8));
    expect(nextAttempt(now, 40)).toEqual(later(360));
  });
});
