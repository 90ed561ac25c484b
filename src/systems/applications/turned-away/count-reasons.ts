import { sql } from 'kysely';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database } from '../../../kernel/database/database.ts';
import {
  type CountedReason,
  keepFrequentReasons,
  LEAST_REASONS,
  listRefusalReasons,
} from '../../service-catalogue/index.ts';

/** Counts of the last twelve months for the services' own pages: at the window, and in decisions. */
export async function countReasons(database: Database, now: Date): Promise<void> {
  const on = kyivDate(now);
  const decisions = new Map((await listRefusalReasons(database)).map((reason) => [reason.code, reason]));
  const counted = [
    ...(await countWindow(database, on)),
    ...(await countDecisions(database, on)).map((one) => {
      const text = decisions.get(one.reasonCode)?.text ?? one.reasonCode;
      return { ...one, text, textEn: text };
    }),
  ];
  await keepFrequentReasons(database, counted, on);
}

async function countWindow(database: Database, on: string): Promise<readonly CountedReason[]> {
  const { rows } = await sql<CountedReason>`
    select w.service_code as "serviceCode", 'window' as source, r.code as "reasonCode", r.text,
           r.text_en as "textEn", count(*)::int as count
      from applications.turned_away w
      cross join unnest(w.reasons) as given (code)
      join applications.turn_away_reasons r on r.code = given.code
     where w.happened_on > ${on}::date - 365
     group by 1, 3, 4, 5 having count(*) >= ${LEAST_REASONS}`.execute(database);
  return rows;
}

async function countDecisions(
  database: Database,
  on: string,
): Promise<readonly Omit<CountedReason, 'text' | 'textEn'>[]> {
  const { rows } = await sql<Omit<CountedReason, 'text' | 'textEn'>>`
    select a.service_code as "serviceCode", 'decision' as source, given.code as "reasonCode",
           count(*)::int as count
      from applications.applications a cross join unnest(a.refusal_reasons) as given (code)
     where a.decided_on > ${on}::date - 365 and a.service_code is not null
     group by 1, 3 having count(*) >= ${LEAST_REASONS}`.execute(database);
  return rows;
}
