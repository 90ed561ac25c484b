import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Database } from '../../kernel/database/database.ts';
import { readReport } from '../../kernel/figures/report/read-report.ts';
import { takeSnapshot } from '../../kernel/figures/snapshot.ts';
import { type Edition, periodOf } from './edition.ts';
import { insertPublication } from './publication-store.ts';
import { VOICE_REPORT } from './report-plan.ts';

/** Of several processes that start at once one seeds. */
const SEED_LOCK = 5_117_340_177;

/** The demo city's mayor published the last quarter that is over. Harmless when repeated. */
export async function seedPublication(database: Database, demo: boolean, now: Date): Promise<void> {
  if (!demo) return;
  await database.transaction().execute(async (tx) => {
    await takeSnapshot(tx);
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    const { rows: there } = await sql`select from voice_report.publications limit 1`.execute(tx);
    const { rows: mayors } = await sql<{ id: string }>`
      select id from kernel.staff where login = 'mayor'`.execute(tx);
    const [mayor] = mayors;
    if (there.length > 0 || mayor === undefined) return;
    const edition = lastQuarter(kyivDate(now));
    const report = await readReport(tx, VOICE_REPORT, periodOf(edition), now);
    await insertPublication(tx, { edition, version: 1, reason: null, staffId: mayor.id, report });
  });
}

/** The quarter before the one of the day. */
export function lastQuarter(day: string): Edition {
  const { year, month } = Temporal.PlainDate.from(day).subtract({ months: 3 });
  return { year, quarter: Math.ceil(month / 3) };
}
