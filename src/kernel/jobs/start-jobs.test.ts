import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectCity, type CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import type { Job } from './job.ts';
import { startJobs } from './start-jobs.ts';

const log = pino({ level: 'silent' });
let city: CityDatabase;
let moment: Date;

beforeEach(async () => {
  city = await createTestDatabase();
  moment = new Date('2026-03-02T09:00:00Z');
});
afterEach(() => city.close());

const start = (jobs: Job[], database = city.database) =>
  startJobs(jobs, { database, now: () => moment, log, tickMs: 5 });

describe('jobs', () => {
  it('run when due, once among all processes', async () => {
    const other = connectCity({
      url: city.url,
      ownerUrl: city.ownerUrl,
      cluster: undefined,
      applicationName: 'test',
    });
    let runs = 0;
    let atOnce = 0;
    const job: Job = {
      name: 'toy.count',
      everySeconds: 60,
      async run() {
        atOnce += 1;
        expect(atOnce).toBe(1);
        runs += 1;
        await delay(30);
        atOnce -= 1;
      },
    };
    const processes = [start([job]), start([job], other.database), start([job], other.database)];
    await vi.waitFor(() => expect(runs).toBe(1));
    await delay(80);
    expect(runs).toBe(1);
    moment = new Date('2026-03-02T09:01:00Z');
    await vi.waitFor(() => expect(runs).toBe(2));
    await Promise.all(processes.map((one) => one.stop()));
    await other.close();
  });

  it('tell a failure, keep the others running and try again', async () => {
    let good = 0;
    const jobs = start([
      { name: 'toy.fail', everySeconds: 10, run: () => Promise.reject(new Error('скриня зачинена')) },
      { name: 'toy.good', everySeconds: 10, run: async () => void (good += 1) },
    ]);
    await vi.waitFor(() => expect(good).toBe(1));
    moment = new Date('2026-03-02T09:00:10Z');
    await vi.waitFor(async () => {
      const { rows } =
        await sql`select failures, failure from kernel.job_runs where name = 'toy.fail'`.execute(
          city.database,
        );
      expect(rows).toEqual([{ failures: 2, failure: 'скриня зачинена' }]);
    });
    await jobs.stop();
  });

  it('go over to another process when one dies in the middle', async () => {
    const dying = connectCity({
      url: city.url,
      ownerUrl: city.ownerUrl,
      cluster: undefined,
      applicationName: 'test',
    });
    let began = 0;
    let finished = false;
    let letGo = () => {};
    const stuck = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const first = start(
      [{ name: 'toy.work', everySeconds: 60, run: () => ((began += 1), stuck) }],
      dying.database,
    );
    await vi.waitFor(() => expect(began).toBe(1));
    const second = start([{ name: 'toy.work', everySeconds: 60, run: async () => void (finished = true) }]);
    await delay(50);
    expect(finished).toBe(false);
    // A killed process is a broken connection to the database.
    await city.withOwner((owner) =>
      owner.query(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
      ),
    );
    await vi.waitFor(() => expect(finished).toBe(true));
    letGo();
    await Promise.all([first.stop(), second.stop()]);
    await dying.close();
  });

  it('are waited for at the stop', async () => {
    let finished = false;
    let began = false;
    const jobs = start([
      {
        name: 'toy.slow',
        everySeconds: 60,
        async run() {
          began = true;
          await delay(60);
          finished = true;
        },
      },
    ]);
    await vi.waitFor(() => expect(began).toBe(true));
    await jobs.stop();
    expect(finished).toBe(true);
  });
});
