import { type EpochDay, toEpochDay, toIsoDate } from '../calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../calendar/kyiv-time.ts';
import type { LegalCalendar } from '../calendar/legal-calendar.ts';
import { isWorkingEpochDay } from '../calendar/year-table.ts';
import { lastDayOf, lastMomentOf, workingAndRunning } from './count-term.ts';
import { type CountedUnit, countedUnit } from './deadline-rule.ts';
import type { Term, TermInput } from './explained-term.ts';
import { mergePauses, runningOnOrAfter, type Standing } from './standing-clock.ts';
import { termSteps } from './term-steps.ts';

export type { Extension, Term, TermInput, TermStep } from './explained-term.ts';
export type { Pause } from './standing-clock.ts';

/**
 * When a term ends, and why. Pure. More days, a longer pause or a later start never bring the
 * date nearer, with two kinks that are the law's own: `auto-days` turns from working to calendar
 * days after ten, and a month begun on the 31st may be shorter than one begun on the 30th, which
 * shows where the clock stood just then.
 * @throws RangeError for a pause that ends before it begins, lengths that are not whole, or an
 * extension where the rule gives none.
 */
export function computeTerm(input: TermInput): Term {
  check(input);
  const start = toEpochDay(input.startedOn);
  const standings = mergePauses(input.pauses);
  const unit = countedUnit(input.rule.unit, input.rule.value, input.settings);
  const base = baseEnd(input, unit, start, standings);
  const extended = extend(input, start, standings, base.day);
  const due =
    input.rule.keepsDayOff === true
      ? runningOnOrAfter(standings, extended.nominal)
      : workingAndRunning(extended.nominal, standings, input.calendar);
  const dueAt = base.moment === null || due === Infinity ? null : momentOn(due, base.day, base.moment);
  const internal =
    input.rule.keepsDayOff === true
      ? due
      : internalDay(input.calendar, standings, start, extended.nominal, due);
  return {
    legalDue: isoOrNull(due),
    legalDueAt: dueAt,
    internalDue: isoOrNull(internal),
    steps: termSteps(input, { unit, start, standings, due, dueAt, ...extended }),
  };
}

/** Where the rule's own length ends, without extensions; with a moment for rules in hours. */
function baseEnd(
  input: TermInput,
  unit: CountedUnit,
  start: EpochDay,
  standings: readonly Standing[],
): { readonly day: EpochDay; readonly moment: Date | null } {
  const { rule, calendar } = input;
  if (unit !== 'hours') {
    return { day: lastDayOf(start, rule.value, unit, standings, calendar), moment: null };
  }
  const moment = lastMomentOf(startMoment(input), rule.value, standings);
  if (moment === null) return { day: Infinity, moment };
  // Midnight ends the day before it.
  const lastInstant = new Date(moment.getTime() - 1);
  return { day: Math.max(start, toEpochDay(kyivDate(lastInstant))), moment };
}

function check({ rule, extensions }: TermInput): void {
  for (const value of [rule.value, ...extensions.map(({ days }) => days)]) {
    if (!Number.isInteger(value) || value < 0) throw new RangeError(`not a length of a term: ${value}`);
  }
  if (rule.extension === null && extensions.length > 0) {
    throw new RangeError(`the rule ${rule.code} gives no extension`);
  }
}

function startMoment({ startedAt, startedOn }: TermInput): Date {
  return startedAt ?? kyivInstant(startedOn, '24:00');
}

function extend(input: TermInput, start: EpochDay, standings: readonly Standing[], base: EpochDay) {
  const { rule, calendar, settings } = input;
  const days = input.extensions.reduce((sum, extension) => sum + extension.days, 0);
  const unit = countedUnit(rule.extension?.unit ?? 'calendar-days', days, settings);
  const extensionUnit = unit === 'working-days' ? unit : 'calendar-days';
  const wished = base === Infinity ? base : lastDayOf(base, days, extensionUnit, standings, calendar);
  const max = rule.extension?.max ?? null;
  if (max === null || days === 0 || wished === Infinity) {
    return { extensionUnit, nominal: wished, capped: false } as const;
  }
  const maxUnit = countedUnit(rule.extension?.unit ?? 'calendar-days', max, settings);
  const limit =
    maxUnit === 'hours'
      ? lastDayOf(start, Math.ceil(max / 24), 'calendar-days', standings, calendar)
      : lastDayOf(start, max, maxUnit, standings, calendar);
  const nominal = Math.max(base, Math.min(wished, limit));
  return { extensionUnit, nominal, capped: nominal < wished } as const;
}

function momentOn(due: EpochDay, base: EpochDay, moment: Date): Date {
  return due === base ? moment : kyivInstant(toIsoDate(due), '23:59');
}

/** Before the start, or on a day on which the clock stood, an inner date would be of no use. */
function internalDay(
  calendar: LegalCalendar,
  standings: readonly Standing[],
  start: EpochDay,
  nominal: EpochDay,
  due: EpochDay,
): EpochDay {
  if (due === Infinity || nominal === Infinity) return due;
  let day = nominal;
  while (day > start && !isWorkingEpochDay(calendar, day)) day--;
  const usable = isWorkingEpochDay(calendar, day) && runningOnOrAfter(standings, day) === day;
  return usable ? day : due;
}

function isoOrNull(day: EpochDay): string | null {
  return day === Infinity ? null : toIsoDate(day);
}
