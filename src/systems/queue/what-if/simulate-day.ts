import type { Sector } from '../sector.ts';

/** Somebody who came that day. Moments are seconds of the day in Kyiv. */
export interface Visitor {
  readonly sector: Sector;
  readonly arrivesAt: number;
  /** The place in the queue: the moment less a credit (order-key.ts). */
  readonly orderKey: number;
  /** From the call to the end. */
  readonly busySeconds: number;
}

/** A span in seconds of the day, its end not in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A window: when it calls, and whom. */
export interface OpenWindow {
  readonly spans: readonly (Span & { readonly sectors: readonly Sector[] })[];
}

export interface ReplayedDay {
  readonly visitors: readonly Visitor[];
  readonly windows: readonly OpenWindow[];
  /** Air alerts and blackouts: nobody is called, and it is not counted as waiting. */
  readonly frozen: readonly Span[];
  /** From an end to the next call while people wait. */
  readonly turnaroundSeconds: number;
}

export interface Served {
  readonly visitor: Visitor;
  readonly calledAt: number;
  readonly window: number;
  /** Without the time for which the hall was frozen. */
  readonly waitSeconds: number;
}

export interface Outcome {
  readonly served: readonly Served[];
  /** Who came after the last window had closed for them. */
  readonly left: readonly Visitor[];
  /** Seconds for which each window was open, and of them idle. */
  readonly windows: readonly { readonly openSeconds: number; readonly idleSeconds: number }[];
}

/**
 * The day once more: each window that is free and open takes the first in order of those it receives; of
 * several free ones the longest idle. Deterministic: the same day gives the same outcome.
 */
export function simulateDay(day: ReplayedDay): Outcome {
  const hall = new Hall(day);
  const arrivals = day.visitors.toSorted((a, b) => a.arrivesAt - b.arrivesAt);
  let next = 0;
  for (let now = hall.nextMoment(-1, arrivals[0]); now !== undefined; ) {
    for (
      let coming = arrivals[next];
      coming !== undefined && coming.arrivesAt <= now;
      coming = arrivals[next]
    ) {
      hall.admit(coming);
      next += 1;
    }
    hall.callAll(now);
    now = hall.nextMoment(now, arrivals[next]);
  }
  return hall.outcome();
}

class Hall {
  readonly #day: ReplayedDay;
  readonly #waiting = new Map<Sector, Visitor[]>();
  readonly #freeAt: number[];
  readonly #busy: number[];
  readonly #served: Served[] = [];
  /** Openings of windows and ends of freezes: moments at which somebody may be called though nobody came. */
  readonly #moments: readonly number[];

  constructor(day: ReplayedDay) {
    this.#day = day;
    this.#freeAt = day.windows.map(() => 0);
    this.#busy = day.windows.map(() => 0);
    const opening = day.windows.flatMap(({ spans }) => spans.map(({ from }) => from));
    this.#moments = [...opening, ...day.frozen.map(({ to }) => to)].toSorted((a, b) => a - b);
  }

  admit(visitor: Visitor): void {
    const line = this.#waiting.get(visitor.sector) ?? [];
    this.#waiting.set(visitor.sector, line);
    const place = line.findLastIndex((one) => one.orderKey <= visitor.orderKey);
    line.splice(place + 1, 0, visitor);
  }

  callAll(now: number): void {
    if (this.#day.frozen.some(({ from, to }) => from <= now && now < to)) return;
    const free = [...this.#day.windows.keys()].filter((index) => (this.#freeAt[index] ?? 0) <= now);
    for (const index of free.toSorted((a, b) => (this.#freeAt[a] ?? 0) - (this.#freeAt[b] ?? 0) || a - b)) {
      const sectors =
        this.#day.windows[index]?.spans.find(({ from, to }) => from <= now && now < to)?.sectors ?? [];
      const visitor = this.#takeFirst(sectors);
      if (visitor !== undefined) this.#call(visitor, index, now);
    }
  }

  #takeFirst(sectors: readonly Sector[]): Visitor | undefined {
    const lines = sectors.flatMap((sector) => this.#waiting.get(sector) ?? []);
    if (lines.length === 0) return undefined;
    const heads = sectors.flatMap((sector) => this.#waiting.get(sector)?.slice(0, 1) ?? []);
    const first = heads.reduce((best, one) => (comesBefore(one, best) ? one : best));
    return this.#waiting.get(first.sector)?.shift();
  }

  #call(visitor: Visitor, window: number, now: number): void {
    const frozen = overlap(this.#day.frozen, { from: visitor.arrivesAt, to: now });
    this.#served.push({ visitor, window, calledAt: now, waitSeconds: now - visitor.arrivesAt - frozen });
    this.#busy[window] = (this.#busy[window] ?? 0) + visitor.busySeconds;
    this.#freeAt[window] = now + visitor.busySeconds + this.#day.turnaroundSeconds;
  }

  /** When something may happen next; undefined once nothing can. */
  nextMoment(now: number, coming: Visitor | undefined): number | undefined {
    const isWaited = [...this.#waiting.values()].some((line) => line.length > 0);
    const later = isWaited
      ? [
          ...this.#freeAt.filter((at) => at > now),
          this.#moments.find((at) => at > now) ?? Number.POSITIVE_INFINITY,
        ]
      : [];
    const at = Math.min(...later, coming?.arrivesAt ?? Number.POSITIVE_INFINITY);
    return Number.isFinite(at) ? at : undefined;
  }

  outcome(): Outcome {
    const last = new Map<number, number>();
    for (const { window, calledAt, visitor } of this.#served)
      last.set(window, Math.max(last.get(window) ?? 0, calledAt + visitor.busySeconds));
    return {
      served: this.#served,
      left: [...this.#waiting.values()].flat(),
      windows: this.#day.windows.map(({ spans }, index) => {
        const busy = this.#busy[index] ?? 0;
        // Who stays for the last visitor is open until that visitor goes.
        const open = spans.map(
          ({ from, to }) => Math.min(to, Math.max(last.get(index) ?? from, closing(to))) - from,
        );
        const openSeconds = Math.max(
          busy,
          open.reduce((sum, one) => sum + Math.max(0, one), 0),
        );
        return { openSeconds, idleSeconds: openSeconds - busy };
      }),
    };
  }
}

/** A span without an end lasts as long as the last visitor; others to their own end. */
function closing(to: number): number {
  return Number.isFinite(to) ? to : 0;
}

/** Before the other in the queue; who came earlier where the keys are equal. */
function comesBefore(one: Visitor, other: Visitor): boolean {
  return (
    one.orderKey < other.orderKey || (one.orderKey === other.orderKey && one.arrivesAt < other.arrivesAt)
  );
}

export function overlap(spans: readonly Span[], { from, to }: Span): number {
  return spans.reduce((sum, one) => sum + Math.max(0, Math.min(one.to, to) - Math.max(one.from, from)), 0);
}
