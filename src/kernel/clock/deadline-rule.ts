import { type Certainty, isInForce, type Validity } from '../calendar/validity.ts';

/** `auto-days`: Law 2073-IX art. 33 chooses working or calendar days by the length of the term. */
export type DeadlineUnit = 'hours' | 'working-days' | 'calendar-days' | 'months' | 'auto-days';

/** What a unit is once `auto-days` is decided. */
export type CountedUnit = Exclude<DeadlineUnit, 'auto-days'>;

export interface DeadlineRule extends Validity {
  readonly code: string;
  /** 0 = on the day of the event itself. */
  readonly value: number;
  readonly unit: DeadlineUnit;
  /** Message key of what starts the term: `clock:events.applicationFiled`. */
  readonly startEvent: string;
  /**
   * `null`: the law gives no extension. `max` is the length that the whole term may reach, counted
   * from its start; `max: null`: the law allows an extension and names no maximum.
   */
  readonly extension: { readonly max: number | null; readonly unit: DeadlineUnit } | null;
  readonly article: string;
  /** What the law takes the body's silence for when the term has passed. */
  readonly silence: 'consent' | 'refusal' | null;
  readonly certainty: Certainty;
  /**
   * The last day stays where it falls, on a day off too: an emergency is one on Sunday as well. Left out: it
   * moves to the next working day, as the law's own terms do.
   */
  readonly keepsDayOff?: boolean;
}

export interface ClockSettings {
  /** The sources disagree about a term of exactly ten days (RULEBOOK §0). */
  readonly tenDaysAre: 'working' | 'calendar';
}

export const DEFAULT_CLOCK_SETTINGS: ClockSettings = { tenDaysAre: 'working' };

/**
 * The version of a rule that holds on a date; the younger one where two overlap.
 * @throws Error when the rule is unknown or not in force on the date.
 */
export function ruleInForce(rules: readonly DeadlineRule[], code: string, onDate: string): DeadlineRule {
  const found = rules
    .filter((rule) => rule.code === code && isInForce(rule, onDate))
    .reduce<DeadlineRule | null>(younger, null);
  if (found === null) throw new Error(`no deadline rule ${code} in force on ${onDate}`);
  return found;
}

export function countedUnit(unit: DeadlineUnit, value: number, settings: ClockSettings): CountedUnit {
  if (unit !== 'auto-days') return unit;
  const working = value < 10 || (value === 10 && settings.tenDaysAre === 'working');
  return working ? 'working-days' : 'calendar-days';
}

function younger(best: DeadlineRule | null, rule: DeadlineRule): DeadlineRule {
  return best === null || rule.validFrom > best.validFrom ? rule : best;
}
