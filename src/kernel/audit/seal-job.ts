import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Job } from '../jobs/job.ts';
import type { Secrets } from '../secrets.ts';
import { publishHeads } from './published-heads.ts';
import { sealJournal } from './seal-journal.ts';

/** A head a second would be two gigabytes of published heads a year. */
const PAUSE_SECONDS = 10;
/** So many rows do not wait for the pause. */
const CROWD = 5000;

/**
 * Chains, signs and publishes the journal: a lone row within a second or two, a busy city's rows every ten
 * seconds or five thousand.
 */
export function sealJob(secrets: Secrets, dataDir: string): Job {
  return {
    name: 'audit.seal-journal',
    everySeconds: 1,
    async run({ database, now }) {
      if (await isTimeToSeal(database, now)) await sealJournal(database, secrets, { now });
      await publishHeads(database, dataDir);
    },
  };
}

async function isTimeToSeal(database: Database, now: Date): Promise<boolean> {
  const result = await sql<{ sealed_at: Date | null; waiting: number }>`
    select (select sealed_at from kernel.audit_seals order by batch desc limit 1) as sealed_at,
           (select last_value from kernel.audit_journal_ids)
             - coalesce((select journal_id from kernel.audit_links order by position desc limit 1), 0) as waiting`.execute(
    database,
  );
  const { sealed_at: sealedAt = null, waiting = 0 } = result.rows[0] ?? {};
  return sealedAt === null || waiting >= CROWD || now.getTime() - sealedAt.getTime() >= PAUSE_SECONDS * 1000;
}
