import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Job } from '../jobs/job.ts';
import { lockOf, pathOf } from './store-bytes.ts';

/** Contents in one go, so that others get the connection. */
const AT_A_TIME = 200;

/** Uploads that no case took and nothing keeps any more: the row goes, and the bytes with the last row of theirs. */
export function cleanUploadsJob(dataDir: string): Job {
  return {
    name: 'files.clean-uploads',
    everySeconds: 3600,
    async run({ database, now }) {
      const { rows } = await sql<{ sha256: Buffer }>`
        select distinct sha256 from kernel.files where kept_until <= ${now} limit ${AT_A_TIME}`.execute(
        database,
      );
      for (const { sha256 } of rows) await cleanContent(database, dataDir, sha256, now);
    },
  };
}

/**
 * The lock is held while the bytes go: whoever uploads the same content meanwhile waits, and writes it anew.
 */
async function cleanContent(database: Database, dataDir: string, sha256: Buffer, now: Date): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockOf(sha256)}::bigint)`.execute(tx);
    await sql`delete from kernel.files where sha256 = ${sha256} and kept_until <= ${now}`.execute(tx);
    const { rows } = await sql`select from kernel.files where sha256 = ${sha256} limit 1`.execute(tx);
    if (rows.length === 0) await rm(pathOf(dataDir, sha256), { force: true });
  });
}
