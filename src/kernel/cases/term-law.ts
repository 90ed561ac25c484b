import { loadCalendar } from '../calendar/load-calendar.ts';
import type { Transaction } from '../database/database.ts';
import { loadTermRules } from '../clock/load-rules.ts';
import { type DeadlineRule, ruleInForce } from '../clock/deadline-rule.ts';
import { type CaseClock, startClock, type TermLaw } from './case-clock.ts';
import type { CaseTerm } from './new-case.ts';

/** Both are cached in the process: no statement in the usual case. */
export async function loadTermLaw(tx: Transaction): Promise<TermLaw> {
  const calendar = await loadCalendar(tx);
  const { settings } = await loadTermRules(tx);
  return { calendar, settings };
}

/** The rule as it holds on the day the case begins; the case keeps it. */
export async function settleRule(tx: Transaction, term: CaseTerm, on: string): Promise<DeadlineRule> {
  if ('ruleCode' in term) return ruleInForce((await loadTermRules(tx)).rules, term.ruleCode, on);
  return {
    startEvent: 'clock:events.applicationFiled',
    extension: null,
    silence: null,
    certainty: 'M',
    validFrom: on,
    validTo: null,
    ...term,
  };
}

/** A clock that begins on a Kyiv date by the rule that holds on it. */
export async function startTerm(
  tx: Transaction,
  name: string,
  term: CaseTerm,
  start: Pick<CaseClock, 'startedOn' | 'startedAt'>,
): Promise<CaseClock> {
  const rule = await settleRule(tx, term, start.startedOn);
  return startClock({ name, rule, ...start }, await loadTermLaw(tx));
}

/** Several clocks by their names. */
export async function startTerms(
  tx: Transaction,
  terms: Readonly<Record<string, CaseTerm>>,
  start: Pick<CaseClock, 'startedOn' | 'startedAt'>,
): Promise<readonly CaseClock[]> {
  const clocks: CaseClock[] = [];
  for (const [name, term] of Object.entries(terms)) clocks.push(await startTerm(tx, name, term, start));
  return clocks;
}
