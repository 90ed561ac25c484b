import { UKRAINE_CALENDAR } from '../calendar/ukraine-holidays.ts';
import { DEFAULT_CLOCK_SETTINGS, type DeadlineRule, type DeadlineUnit } from './deadline-rule.ts';
import type { TermInput } from './term.ts';

/** A rule for tests: any length and unit, extensible without a maximum, always in force. */
export function makeRule(value: number, unit: DeadlineUnit, own: Partial<DeadlineRule> = {}): DeadlineRule {
  return {
    code: 'test',
    value,
    unit,
    startEvent: 'clock:events.applicationFiled',
    extension: { max: null, unit: unit === 'working-days' ? unit : 'calendar-days' },
    article: 'ст. 1',
    silence: null,
    certainty: 'M',
    validFrom: '2000-01-01',
    validTo: null,
    ...own,
  };
}

export function makeTerm(rule: DeadlineRule, startedOn: string, own: Partial<TermInput> = {}): TermInput {
  return {
    rule,
    startedOn,
    pauses: [],
    extensions: [],
    calendar: UKRAINE_CALENDAR,
    settings: DEFAULT_CLOCK_SETTINGS,
    ...own,
  };
}
