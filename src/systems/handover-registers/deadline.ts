import { computeTerm } from '../../kernel/clock/term.ts';
import { ruleInForce } from '../../kernel/clock/deadline-rule.ts';
import { loadTermRules } from '../../kernel/clock/load-rules.ts';
import { loadCalendar } from '../../kernel/calendar/load-calendar.ts';
import type { Transaction } from '../../kernel/database/database.ts';

/** The rule's code among the city's terms: the same day, at latest the next working one (КМУ 588). */
export const PASS_RULE = 'pass-to-provider';

/** The last day to hand over papers that were filed on each of these days. */
export async function passDeadlines(
  tx: Transaction,
  days: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const calendar = await loadCalendar(tx);
  const { rules, settings } = await loadTermRules(tx);
  return new Map(
    [...new Set(days)].map((startedOn) => {
      const rule = ruleInForce(rules, PASS_RULE, startedOn);
      const term = computeTerm({ rule, startedOn, pauses: [], extensions: [], calendar, settings });
      return [startedOn, term.legalDue];
    }),
  );
}
