import { type EpochDay, toEpochDay } from '../calendar/epoch-day.ts';

/**
 * Days on which a term's clock stands: `[from, to)`, so that it runs again on the day `to` and a
 * pause resumed on its own day is none. `to: null` lasts still.
 */
export interface Pause {
  readonly from: string;
  readonly to: string | null;
  /** A message key, or the clerk's own words. */
  readonly reason: string;
  readonly article: string;
}

/** Pauses without overlap, in order. `to` is Infinity while the clock stands still. */
export interface Standing {
  readonly from: EpochDay;
  readonly to: EpochDay;
}

/** @throws RangeError for a pause that ends before it begins. */
export function mergePauses(pauses: readonly Pause[]): readonly Standing[] {
  const merged: Standing[] = [];
  for (const next of pauses
    .map(standingOf)
    .filter(lasts)
    .toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || next.from > last.to) merged.push(next);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
  }
  return merged;
}

/** The day itself when the clock runs on it, else the next on which it does; Infinity if never. */
export function runningOnOrAfter(standings: readonly Standing[], day: EpochDay): EpochDay {
  let running = day;
  for (const { from, to } of standings) {
    if (running < from) break;
    if (running < to) running = to;
  }
  return running;
}

export function lasts({ from, to }: Standing): boolean {
  return from < to;
}

export function standingOf(pause: Pause): Standing {
  const from = toEpochDay(pause.from);
  const to = pause.to === null ? Infinity : toEpochDay(pause.to);
  if (to < from) throw new RangeError(`a pause ends before it begins: ${pause.from}, ${pause.to}`);
  return { from, to };
}
