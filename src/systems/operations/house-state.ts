import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import type { House } from '../../kernel/actions/house.ts';
import { readBackupNote } from '../../kernel/database/backup/backup-note.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { lettersState } from '../../kernel/letters/letters-state.ts';

const jobView = z.object({
  name: z.string(),
  finishedAt: z.date().nullable(),
  dueAt: z.date(),
  durationMs: z.int().nullable(),
  /** Consecutive failures. */
  failures: z.int(),
  failure: z.string().nullable(),
});
export type JobView = z.output<typeof jobView>;

export const houseState = z.object({
  version: z.string(),
  isDemo: z.boolean(),
  database: z.object({ version: z.string(), bytes: z.number(), outside: z.boolean() }),
  /** Moment of the oldest journal row without a seal. */
  oldestUnsealed: z.date().nullable(),
  jobs: z.array(jobView),
  tasks: z.object({ waiting: z.int(), oldestWaiting: z.date().nullable(), givenUp: z.int() }),
  letters: z.object({
    waiting: z.int(),
    oldestWaiting: z.date().nullable(),
    givenUp: z.int(),
    lastFailure: z.string().nullable(),
    hasMailServer: z.boolean(),
  }),
  sessions: z.object({ browsers: z.int(), tokens: z.int() }),
  files: z.object({ count: z.int(), bytes: z.number() }),
  /** Null where the file system does not tell. */
  disk: z.object({ free: z.number(), size: z.number() }).nullable(),
  backup: z.object({ madeAt: z.date(), file: z.string(), bytes: z.number() }).nullable(),
});
export type HouseState = z.output<typeof houseState>;

const PACKAGE = join(import.meta.dirname, '..', '..', '..', 'package.json');
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(PACKAGE, 'utf8')));

/** Everything an IT person would otherwise ask of five programs. */
export async function readHouseState(tx: Transaction, house: House, now: Date): Promise<HouseState> {
  const counts = await readCounts(tx, now);
  return {
    version,
    isDemo: house.isDemo,
    database: { version: counts.version, bytes: counts.bytes, outside: house.usesOutsideDatabase },
    oldestUnsealed: counts.oldestUnsealed,
    jobs: [...(await readJobs(tx))],
    tasks: { waiting: counts.waiting, oldestWaiting: counts.oldestWaiting, givenUp: counts.givenUp },
    letters: { ...(await lettersState(tx)), hasMailServer: house.hasMailServer },
    sessions: { browsers: counts.browsers, tokens: counts.tokens },
    files: { count: counts.files, bytes: counts.fileBytes },
    disk: await readDisk(house.dataDir),
    backup: await readBackupNote(house.dataDir),
  };
}

interface Counts {
  readonly version: string;
  readonly bytes: number;
  readonly oldestUnsealed: Date | null;
  readonly waiting: number;
  readonly oldestWaiting: Date | null;
  readonly givenUp: number;
  readonly browsers: number;
  readonly tokens: number;
  readonly files: number;
  readonly fileBytes: number;
}

async function readCounts(tx: Transaction, now: Date): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select min(j.recorded_at) from kernel.audit_journal j
        where j.id > coalesce((select journal_id from kernel.audit_links order by position desc limit 1), 0)
          and not exists (select from kernel.audit_links l where l.journal_id = j.id)) as "oldestUnsealed",
      (select count(*)::int from kernel.tasks where due_at is not null) as waiting,
      (select min(created_at) from kernel.tasks where due_at is not null) as "oldestWaiting",
      (select count(*)::int from kernel.tasks where due_at is null) as "givenUp",
      (select count(*)::int from kernel.sessions
        where kind = 'browser' and stage = 'full' and expires_at > ${now}) as browsers,
      (select count(*)::int from kernel.sessions where kind = 'token' and expires_at > ${now}) as tokens,
      (select count(*)::int from kernel.files) as files,
      (select coalesce(sum(size), 0)::float8 from kernel.files) as "fileBytes"`.execute(tx);
  const [counts] = rows;
  if (counts === undefined) throw new Error('the house could not be counted');
  return counts;
}

async function readJobs(tx: Transaction): Promise<readonly JobView[]> {
  const { rows } = await sql<JobView>`
    select name, finished_at as "finishedAt", due_at as "dueAt", duration_ms as "durationMs", failures, failure
      from kernel.job_runs order by failures desc, name`.execute(tx);
  return rows;
}

async function readDisk(folder: string): Promise<HouseState['disk']> {
  const disk = await statfs(folder).catch(() => null);
  return disk === null ? null : { free: disk.bavail * disk.bsize, size: disk.blocks * disk.bsize };
}
