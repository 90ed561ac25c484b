import type { EpochDay } from '../calendar/epoch-day.ts';
import type { LegalCalendar } from '../calendar/legal-calendar.ts';
import type { Message } from '../calendar/message.ts';
import type { ClockSettings, CountedUnit, DeadlineRule } from './deadline-rule.ts';
import type { Pause, Standing } from './standing-clock.ts';

/** Days added to a term, counted in the unit of the rule's extension. */
export interface Extension {
  readonly days: number;
  readonly article: string;
}

export interface TermInput {
  readonly rule: DeadlineRule;
  /** Date of the event; days are counted from the next one. */
  readonly startedOn: string;
  /** Moment of the event, for rules in hours; without it they run from the end of that day. */
  readonly startedAt?: Date;
  /** In any order; where they overlap a day counts once. */
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly calendar: LegalCalendar;
  readonly settings: ClockSettings;
}

/** One line of the explanation on the receipt. `date: null`: a rule, not a day. */
export interface TermStep {
  readonly date: string | null;
  readonly text: Message;
  readonly article: string | null;
}

export interface Term {
  /** Last day by law, a working day unless the rule keeps days off; `null` while the clock stands without an end. */
  readonly legalDue: string | null;
  /** For rules in hours the moment, else `null`. Moved over a day off it is the day's last minute. */
  readonly legalDueAt: Date | null;
  /** Last working day that needs no moving on: what the office promises itself. */
  readonly internalDue: string | null;
  readonly steps: readonly TermStep[];
}

/** What the count found, for its explanation. Infinity: not yet known. */
export interface Count {
  readonly unit: CountedUnit;
  readonly extensionUnit: Exclude<CountedUnit, 'hours' | 'months'>;
  readonly start: EpochDay;
  readonly standings: readonly Standing[];
  /** Last day before days off move it. */
  readonly nominal: EpochDay;
  /** True when the law's maximum cut the extension. */
  readonly capped: boolean;
  readonly due: EpochDay;
  readonly dueAt: Date | null;
}
