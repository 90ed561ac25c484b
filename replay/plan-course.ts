import { toEpochDay, toIsoDate } from '../src/kernel/calendar/epoch-day.ts';
import { between, pick, type Random } from './random.ts';
import type { ReceptionDay } from './plan-days.ts';
import type { YearFile } from './year-file.ts';

const MINUTE = 60_000;

export interface CourseStep {
  readonly day: number;
  readonly at: number;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Course {
  /** What the specialist does, in order. */
  readonly steps: readonly CourseStep[];
  /** The day of reception on which the applicant comes for the result. */
  readonly handOut: number | null;
}

export interface Filing {
  readonly caseId: string;
  readonly day: number;
  readonly at: number;
  /** About so many working days has the body. */
  readonly termDays: number;
  readonly body: string;
}

/** How long a term is in working days; the server counts the exact date by the law. */
export function workingDaysOf({ value, unit }: { readonly value: number; readonly unit: string }): number {
  if (unit === 'hours') return Math.max(1, Math.floor(value / 24));
  if (unit === 'calendar-days') return Math.max(1, Math.floor((value * 5) / 7));
  return unit === 'months' ? value * 20 : value;
}

/**
 * The way of an application after its registering: taken, sometimes left without motion and resumed,
 * decided mostly in term, handed out on a later day. What falls after the year's end does not happen.
 */
export class CoursePlanner {
  private readonly course: YearFile['course'];
  private readonly days: readonly ReceptionDay[];
  private readonly working: readonly ReceptionDay[];

  constructor(course: YearFile['course'], days: readonly ReceptionDay[]) {
    this.course = course;
    this.days = days;
    this.working = days.filter(({ working }) => working);
  }

  plan(filing: Filing, random: Random): Course {
    const steps: CourseStep[] = [];
    const { caseId, termDays } = filing;
    const note = (at: Moment | undefined, action: string, input: Readonly<Record<string, unknown>> = {}) => {
      if (at !== undefined)
        steps.push({ ...at, action: `applications.${action}`, input: { caseId, ...input } });
      return at;
    };
    const taken = note(this.afterwards(filing, 8 * MINUTE, 70 * MINUTE, random), 'take-application');
    if (taken === undefined) return { steps, handOut: null };
    let last = taken;
    if (termDays >= 3 && random() < this.course.pausedShare) {
      const left = this.later(taken, between(random, 0, 1), random);
      note(left, 'leave-without-motion', left === undefined ? {} : this.pauseInput(left));
      const resumed = left && note(this.later(left, between(random, 1, 7), random), 'resume-application');
      if (resumed === undefined) return { steps, handOut: null };
      last = resumed;
    }
    const decided = note(this.decision(filing, last, random), 'record-outcome', this.outcome(random));
    const waits = decided !== undefined && random() < this.course.handedOutShare;
    const handOut = waits ? decided.day + 1 + Math.floor(random() ** 2 * 9) : null;
    return { steps, handOut: handOut !== null && handOut < this.days.length ? handOut : null };
  }

  private decision({ body, termDays, day }: Filing, last: Moment, random: Random): Moment | undefined {
    const late = random() < (this.course.lateBodies[body] ?? this.course.lateShare);
    if (late)
      return this.later({ ...last, day: Math.max(day, last.day) }, termDays + between(random, 1, 12), random);
    if (termDays <= 1) return this.afterwards(last, 10 * MINUTE, 60 * MINUTE, random);
    const spent = this.workingBetween(day, last.day);
    const wanted = Math.floor(termDays * (0.15 + 0.7 * random())) - spent;
    return wanted <= 0
      ? this.afterwards(last, 20 * MINUTE, 90 * MINUTE, random)
      : this.later(last, wanted, random);
  }

  private outcome(random: Random): Readonly<Record<string, unknown>> {
    if (random() >= this.course.refusedShare) return { outcome: 'granted' };
    return { outcome: 'refused', reasons: [pick(random, this.course.refusalReasons)] };
  }

  private pauseInput({ day }: Moment): Readonly<Record<string, unknown>> {
    const date = this.days[day]?.date ?? '';
    return { reason: 'Додати документ, якого бракує', cureBy: toIsoDate(toEpochDay(date) + 14) };
  }

  /** From `least` to `most` later, the next working day where this one is over or is none. */
  private afterwards({ day, at }: Moment, least: number, most: number, random: Random): Moment | undefined {
    const moment = at + between(random, least, most);
    const today = this.days[day];
    if (today?.working === true && moment < today.closes) return { day, at: moment };
    return this.later({ day, at }, 1, random);
  }

  /** Some moment of the `count`-th working day after it; of the same day (0) after the moment. */
  private later({ day, at }: Moment, count: number, random: Random): Moment | undefined {
    const index = this.working.findLastIndex((one) => one.index <= day) + count;
    const found = this.working[index];
    if (found === undefined) return undefined;
    const from = found.index === day ? Math.min(at + MINUTE, found.closes) : found.opens + 15 * MINUTE;
    return { day: found.index, at: between(random, from, Math.max(from, found.closes - MINUTE)) };
  }

  private workingBetween(from: number, to: number): number {
    return this.working.filter(({ index }) => index > from && index <= to).length;
  }
}

interface Moment {
  /** Index of the day of reception. */
  readonly day: number;
  readonly at: number;
}
