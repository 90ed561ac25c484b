import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import { DEFAULT_CLOCK_SETTINGS, type DeadlineRule } from './deadline-rule.ts';
import { forgetTermRules } from './load-rules.ts';
import { SEED_RULES } from './seed-rules.ts';

/** Lays down terms: the general ones, or a system's own. What a lawyer has changed since is left as it is. */
export async function seedDeadlineRules(
  tx: Transaction,
  rules: readonly DeadlineRule[] = SEED_RULES,
): Promise<void> {
  await sql`
    insert into kernel.deadline_rules
      (code, value, unit, start_event, extension, article, silence, certainty, valid_from, valid_to, keeps_day_off)
    select code, value, unit, "startEvent", nullif(extension, 'null'), article, silence, certainty,
           "validFrom", "validTo", coalesce("keepsDayOff", false)
    from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) as rule(
      code text, value int, unit text, "startEvent" text, extension jsonb, article text,
      silence text, certainty text, "validFrom" date, "validTo" date, "keepsDayOff" boolean)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into kernel.clock_settings (ten_days_are) values (${DEFAULT_CLOCK_SETTINGS.tenDaysAre})
    on conflict do nothing`.execute(tx);
  forgetTermRules();
}
