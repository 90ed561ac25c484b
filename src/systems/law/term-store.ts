import { sql } from 'kysely';
import { z } from 'zod';
import { Refusal, notFound } from '../../kernel/actions/refusal.ts';
import type { DeadlineRule } from '../../kernel/clock/deadline-rule.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import { CERTAINTIES, UNITS } from './law-input.ts';

export const extensionView = z
  .object({ max: z.int().min(1).max(1000).nullable(), unit: z.enum(UNITS) })
  .nullable();

export const ruleView = z.object({
  code: z.string(),
  value: z.int(),
  unit: z.enum(UNITS),
  startEvent: z.string(),
  extension: extensionView,
  article: z.string(),
  silence: z.enum(['consent', 'refusal']).nullable(),
  certainty: z.enum(CERTAINTIES),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** The last day does not move off a day off. */
  keepsDayOff: z.boolean().default(false),
});
export type RuleView = z.output<typeof ruleView>;

const COLUMNS = sql.raw(`
  code, value, unit, start_event as "startEvent", extension, article, silence, certainty,
  valid_from as "validFrom", valid_to as "validTo", keeps_day_off as "keepsDayOff"`);

/** All versions of a rule, the youngest first, locked: two changes of one rule follow each other. @throws Refusal 404 */
export async function lockVersions(
  tx: Transaction,
  code: string,
): Promise<readonly [DeadlineRule, ...DeadlineRule[]]> {
  const { rows } = await sql<DeadlineRule>`
    select ${COLUMNS} from kernel.deadline_rules where code = ${code}
     order by valid_from desc for update`.execute(tx);
  const [youngest, ...older] = rows;
  if (youngest === undefined) throw notFound('law:refusals.noSuchRule', { code });
  return [youngest, ...older];
}

/** Ends the youngest version on the day from which the new one holds; what was, stays. */
export async function addVersion(tx: Transaction, youngest: DeadlineRule, next: DeadlineRule): Promise<void> {
  if (next.validFrom <= youngest.validFrom)
    throw new Refusal('law:refusals.laterVersion', { date: youngest.validFrom });
  const { code, validFrom } = next;
  if (youngest.validTo === null || youngest.validTo > validFrom) {
    await sql`
      update kernel.deadline_rules set valid_to = ${validFrom}
       where code = ${code} and valid_from = ${youngest.validFrom}`.execute(tx);
  }
  const inserted = sql`
    insert into kernel.deadline_rules
      (code, value, unit, start_event, extension, article, silence, certainty, valid_from, keeps_day_off)
    values (${code}, ${next.value}, ${next.unit}, ${next.startEvent},
      ${next.extension === null ? null : JSON.stringify(next.extension)}::jsonb, ${next.article},
      ${next.silence}, ${next.certainty}, ${validFrom}, ${next.keepsDayOff ?? false})`.execute(tx);
  const taken = 'law:refusals.versionTaken';
  await whenBroken(inserted, { deadline_rules_pkey: taken, deadline_rules_no_overlap: taken });
}

/** Only how sure we are and where it is written; the rule itself stays. */
export async function confirmVersion(tx: Transaction, rule: DeadlineRule, article: string): Promise<void> {
  await sql`
    update kernel.deadline_rules set certainty = 'V', article = ${article}
     where code = ${rule.code} and valid_from = ${rule.validFrom}`.execute(tx);
}

export async function setTenDays(tx: Transaction, tenDaysAre: 'working' | 'calendar'): Promise<void> {
  await sql`update kernel.clock_settings set ten_days_are = ${tenDaysAre}`.execute(tx);
}
