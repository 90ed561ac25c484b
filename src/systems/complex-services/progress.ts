/**
 * Rules of a plan under way. Pure: what each part's state is comes in, what may start, what can never
 * start and what the whole is comes out.
 */

export const PART_STATES = [
  'waiting',
  'open',
  'standing',
  'granted',
  'refused',
  'withdrawn',
  'blocked',
] as const;
/**
 * `waiting`: for other parts, not filed yet. `open`: with its body. `standing`: the applicant has to
 * mend something. `blocked`: what it waited for did not succeed, so it never starts.
 */
export type PartState = (typeof PART_STATES)[number];

export const TERMINAL = [
  'granted',
  'refused',
  'withdrawn',
  'blocked',
] as const satisfies readonly PartState[];

export interface Part {
  readonly no: number;
  readonly dependsOn: readonly number[];
  readonly state: PartState;
}

export function isTerminal(state: PartState): boolean {
  return TERMINAL.some((one) => one === state);
}

/** Waiting parts that may start now: each part they wait for, as far as it was chosen, was granted. */
export function startable<P extends Part>(parts: readonly P[]): readonly P[] {
  return parts.filter((part) => part.state === 'waiting' && needed(part, parts).every(isGranted));
}

/** Waiting parts that can never start; blocking one may block the next, so the answer is closed. */
export function blocked<P extends Part>(parts: readonly P[]): readonly P[] {
  const lost = new Set(
    parts.filter(({ state }) => isTerminal(state) && state !== 'granted').map(({ no }) => no),
  );
  for (;;) {
    const next = parts.filter(
      ({ no, state, dependsOn }) =>
        state === 'waiting' && !lost.has(no) && dependsOn.some((other) => lost.has(other)),
    );
    if (next.length === 0) return parts.filter(({ no, state }) => state === 'waiting' && lost.has(no));
    for (const { no } of next) lost.add(no);
  }
}

function needed(part: Part, parts: readonly Part[]): readonly Part[] {
  return part.dependsOn.flatMap((no) => parts.find((other) => other.no === no) ?? []);
}

function isGranted({ state }: Part): boolean {
  return state === 'granted';
}

export const STATES = [
  'in-progress',
  'partly-decided',
  'granted',
  'granted-in-part',
  'refused',
  'withdrawn',
] as const;
export type ComplexState = (typeof STATES)[number];

export const OPEN_STATES = ['in-progress', 'partly-decided'] as const satisfies readonly ComplexState[];

/** What the whole is: the fold of its parts. @throws RangeError for no parts. */
export function stateOf(parts: readonly Pick<Part, 'state'>[]): ComplexState {
  if (parts.length === 0) throw new RangeError('a complex service has parts');
  const ended = parts.filter(({ state }) => isTerminal(state));
  if (ended.length === 0) return 'in-progress';
  if (ended.length < parts.length) return 'partly-decided';
  const granted = ended.filter(({ state }) => state === 'granted');
  if (granted.length === parts.length) return 'granted';
  if (granted.length > 0) return 'granted-in-part';
  return ended.every(({ state }) => state === 'withdrawn') ? 'withdrawn' : 'refused';
}

export interface DatedPart extends Part {
  /** A part under way: its clock's date, null while it stands. An ended one: the day it ended. */
  readonly on: string | null;
}

export interface Expectation {
  /** Latest of the parts' dates; null while nothing has a date. */
  readonly on: string | null;
  /** Why: the parts that are the last. */
  readonly because: readonly number[];
  /** Parts whose clock stands: they may still move the date. */
  readonly standing: readonly number[];
  /** When each part is expected; null where it cannot be told. */
  readonly parts: ReadonlyMap<number, string | null>;
}

/**
 * The one date of the whole: the latest of its parts' dates. A waiting part is expected by its own
 * term from the day its last predecessor is expected, and not before today. `addTerm` is the kernel's
 * clock.
 */
export function promiseOf<P extends DatedPart>(
  parts: readonly P[],
  addTerm: (part: P, from: string) => string | null,
  today: string,
): Expectation {
  const dates = new Map<number, string | null>();
  const never = new Set(blocked(parts).map(({ no }) => no));
  const dateOf = (part: P): string | null => {
    const known = dates.get(part.no);
    if (known !== undefined) return known;
    dates.set(part.no, null);
    const date = part.state === 'waiting' ? (never.has(part.no) ? null : expected(part)) : part.on;
    dates.set(part.no, date);
    return date;
  };
  const expected = (part: P): string | null => {
    const before = parts.filter(({ no }) => part.dependsOn.includes(no)).map(dateOf);
    const from = before.reduce(later, today);
    return from === null ? null : addTerm(part, from);
  };
  for (const part of parts) dateOf(part);
  const counted = [...dates.values()].flatMap((date) => date ?? []).toSorted();
  const on = counted.at(-1) ?? null;
  return {
    on,
    because: parts.filter(({ no }) => on !== null && dates.get(no) === on).map(({ no }) => no),
    standing: parts.filter(({ state }) => state === 'standing').map(({ no }) => no),
    parts: dates,
  };
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}
