import { sql } from 'kysely';
import { remember } from '../database/reference-cache.ts';
import type { Transaction } from '../database/database.ts';
import { type ClockSettings, DEFAULT_CLOCK_SETTINGS, type DeadlineRule } from './deadline-rule.ts';

export interface TermRules {
  readonly rules: readonly DeadlineRule[];
  readonly settings: ClockSettings;
}

const cache = remember<TermRules>(readTermRules);

/** All versions of all terms, and how days are counted; at most two seconds old. */
export const loadTermRules = cache.load;

/** After a change in this process. */
export const forgetTermRules = cache.forget;

async function readTermRules(tx: Transaction): Promise<TermRules> {
  const { rows } = await sql<{
    rules: DeadlineRule[] | null;
    ten_days_are: ClockSettings['tenDaysAre'] | null;
  }>`
    select
      (select jsonb_agg(jsonb_build_object(
         'code', code, 'value', value, 'unit', unit, 'startEvent', start_event,
         'extension', extension, 'article', article, 'silence', silence, 'certainty', certainty,
         'validFrom', valid_from, 'validTo', valid_to)
         || case when keeps_day_off then '{"keepsDayOff": true}'::jsonb else '{}' end order by code, valid_from)
       from kernel.deadline_rules) as rules,
      (select ten_days_are from kernel.clock_settings) as ten_days_are`.execute(tx);
  const [row] = rows;
  return {
    rules: row?.rules ?? [],
    settings: { tenDaysAre: row?.ten_days_are ?? DEFAULT_CLOCK_SETTINGS.tenDaysAre },
  };
}
