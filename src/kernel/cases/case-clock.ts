import { Refusal } from '../actions/refusal.ts';
import type { LegalCalendar } from '../calendar/legal-calendar.ts';
import type { ClockSettings, DeadlineRule } from '../clock/deadline-rule.ts';
import { computeTerm, type Extension, type Pause, type TermStep } from '../clock/term.ts';
import type { ClockState } from './case-event.ts';

/** A legal term of a case: what it is computed from, and the date with the steps that led there. */
export interface CaseClock {
  readonly name: string;
  readonly rule: DeadlineRule;
  /** Kyiv date of the event that started it; days are counted from the next one. */
  readonly startedOn: string;
  readonly startedAt: Date;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  /** `null` while the clock stands. */
  readonly dueOn: string | null;
  /** The moment, for terms in hours. */
  readonly dueAt: Date | null;
  readonly internalDueOn: string | null;
  readonly steps: readonly TermStep[];
  readonly stoppedOn: string | null;
}

/** The clock whose dates are the case's own dates in lists. */
export const MAIN_CLOCK = 'main';

export type ClockChange =
  /** `reason`: a message key (`clock:pauses.withoutMotion`) or the clerk's own words. */
  | { readonly type: 'pause'; readonly reason: string; readonly article: string }
  | { readonly type: 'resume' }
  /** Only before the term ends; the law's own maximum of the whole term caps it. */
  | { readonly type: 'extend'; readonly days: number; readonly article: string; readonly reason?: string }
  /** So many calendar days from the start in place of the rule's own length; only nearer, never past. */
  | { readonly type: 'shorten'; readonly days: number; readonly article: string }
  | { readonly type: 'stop' };

/** By what days are counted: loaded from the database, cached for two seconds. */
export interface TermLaw {
  readonly calendar: LegalCalendar;
  readonly settings: ClockSettings;
}

type Counted = Pick<CaseClock, 'rule' | 'startedOn' | 'startedAt' | 'pauses' | 'extensions'>;

export function startClock(
  start: Pick<CaseClock, 'name' | 'rule' | 'startedOn' | 'startedAt'>,
  law: TermLaw,
): CaseClock {
  const clock = { ...start, pauses: [], extensions: [], stoppedOn: null };
  return { ...clock, ...countTerm(clock, law) };
}

/** The clock after a change on a Kyiv date. @throws Refusal where the clock does not allow it. */
export function changeClock(clock: CaseClock, change: ClockChange, on: string, law: TermLaw): CaseClock {
  const state = clockStateOf(clock);
  if (state === 'stopped') throw new Refusal('cases:refusals.clockStopped');
  switch (change.type) {
    case 'pause': {
      if (state === 'paused') throw new Refusal('cases:refusals.clockAlreadyPaused');
      const { reason, article } = change;
      return recount(clock, { pauses: [...clock.pauses, { from: on, to: null, reason, article }] }, law);
    }
    case 'resume':
      if (state !== 'paused') throw new Refusal('cases:refusals.clockNotPaused');
      return recount(clock, { pauses: endPause(clock.pauses, on) }, law);
    case 'extend': {
      if (clock.rule.extension === null) throw new Refusal('cases:refusals.noExtension');
      if (clock.dueOn !== null && on > clock.dueOn) {
        throw new Refusal('cases:refusals.extendTooLate', { dueOn: clock.dueOn });
      }
      const { type: _, ...extension } = change;
      const longer = recount(clock, { extensions: [...clock.extensions, extension] }, law);
      if (longer.dueOn === clock.dueOn) throw new Refusal('cases:refusals.longestTerm');
      return longer;
    }
    case 'shorten': {
      const { days: value, article } = change;
      const rule = { ...clock.rule, value, unit: 'calendar-days' as const, article };
      const shorter = recount(clock, { rule, extensions: [] }, law);
      if (!isNearer(shorter.dueOn, clock.dueOn, on)) throw new Refusal('cases:refusals.notShorter');
      return shorter;
    }
    case 'stop':
      return { ...recount(clock, { pauses: endPause(clock.pauses, on) }, law), stoppedOn: on };
  }
}

function isNearer(dueOn: string | null, before: string | null, on: string): boolean {
  return dueOn !== null && dueOn >= on && (before === null || dueOn < before);
}

export function clockStateOf(clock: Pick<CaseClock, 'pauses' | 'stoppedOn'>): ClockState {
  if (clock.stoppedOn !== null) return 'stopped';
  return clock.pauses.some(({ to }) => to === null) ? 'paused' : 'running';
}

/** The same clock by the law as it is now: its rule, pauses and extensions stay. */
export function recountClock(clock: CaseClock, law: TermLaw): CaseClock {
  return recount(clock, {}, law);
}

function recount(clock: CaseClock, changed: Partial<Counted>, law: TermLaw): CaseClock {
  const next = { ...clock, ...changed };
  return { ...next, ...countTerm(next, law) };
}

function countTerm(clock: Counted, law: TermLaw) {
  const term = computeTerm({ ...clock, ...law });
  return {
    dueOn: term.legalDue,
    dueAt: term.legalDueAt,
    internalDueOn: term.internalDue,
    steps: term.steps,
  };
}

function endPause(pauses: readonly Pause[], on: string): readonly Pause[] {
  return pauses.map((pause) => (pause.to === null ? { ...pause, to: on } : pause));
}
