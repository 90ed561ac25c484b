import type { ClientBase } from 'pg';
import { APP_ROLE } from './app-role.ts';

const MONTHS_AHEAD = 12;

/**
 * Makes the monthly partitions of `kernel.audit_journal` (by `recorded_at`, UTC months) from the
 * month of `now` to a year ahead, and a default one. Nothing to do where the table is not partitioned.
 * The application may reach the rows through the journal only, so it has no right on a partition.
 */
export async function ensureJournalPartitions(owner: ClientBase, now: Date): Promise<void> {
  const { rowCount } = await owner.query(
    `select from pg_partitioned_table where partrelid = to_regclass('kernel.audit_journal')`,
  );
  if (rowCount === 0) {
    return;
  }
  await makePartition(owner, 'kernel.audit_journal_default', 'default');
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
    const from = monthStart(now, ahead);
    const name = `kernel.audit_journal_${from.slice(0, 7).replace('-', '_')}`;
    await makePartition(owner, name, `for values from ('${from}') to ('${monthStart(now, ahead + 1)}')`);
  }
}

async function makePartition(owner: ClientBase, name: string, bounds: string): Promise<void> {
  const { rows } = await owner.query<{ found: boolean }>('select to_regclass($1) is not null as found', [
    name,
  ]);
  if (rows[0]?.found !== true) {
    await owner.query(
      `begin;
       create table if not exists ${name} partition of kernel.audit_journal ${bounds};
       revoke all on ${name} from ${APP_ROLE};
       commit`,
    );
  }
}

function monthStart(now: Date, ahead: number): string {
  const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
  return start.toISOString().replace('T', ' ').replace('.000Z', '+00');
}
