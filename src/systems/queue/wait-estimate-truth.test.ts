import { expect, test } from 'vitest';
import { estimateWait } from './wait-estimate.ts';

const MEAN_SECONDS = 600;
const DAY_SECONDS = 8 * 3600;

/** Mulberry32: the same days in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A service time with the mean above and a deviation of 0.8 of it (log-normal). */
function serviceSeconds(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const variance = Math.log(1 + 0.8 ** 2);
  return MEAN_SECONDS * Math.exp(normal * Math.sqrt(variance) - variance / 2);
}

interface Outcome {
  readonly told: { readonly from: number; readonly to: number } | null;
  readonly waited: number;
}

/** A day of a hall: people come at random, a little faster than the windows serve; each is told a wait. */
function liveDay(seed: number, windows: number): readonly Outcome[] {
  const random = randomOf(seed);
  const freeAt = Array.from({ length: windows }, () => 0);
  const served: { readonly starts: number; readonly ends: number }[] = [];
  const outcomes: Outcome[] = [];
  for (let now = 0; now < DAY_SECONDS; ) {
    now += (-Math.log(1 - random()) * MEAN_SECONDS) / (windows * 1.1);
    const ahead = served.filter(({ starts }) => starts > now).length;
    const atWindows = served.filter(({ starts, ends }) => starts <= now && now < ends).length;
    const told = estimateWait({
      ahead,
      aheadSeconds: ahead * MEAN_SECONDS,
      aheadSquares: ahead * MEAN_SECONDS ** 2,
      atWindows,
      atWindowsSeconds: atWindows * MEAN_SECONDS,
      atWindowsSquares: atWindows * MEAN_SECONDS ** 2,
      windows,
      ownWindows: windows,
    });
    const first = freeAt.indexOf(Math.min(...freeAt));
    const starts = Math.max(now, freeAt[first] ?? 0);
    const ends = starts + serviceSeconds(random);
    freeAt[first] = ends;
    served.push({ starts, ends });
    outcomes.push({ told, waited: Math.round((starts - now) / 60) });
  }
  return outcomes;
}

test.each([1, 3, 10])('with %i windows about four estimates of five come true', (windows) => {
  const outcomes = Array.from({ length: 60 }, (_, day) => liveDay(1000 * windows + day, windows)).flat();
  const cameTrue = outcomes.filter(
    ({ told, waited }) => told !== null && told.from <= waited && waited <= told.to,
  ).length;
  const share = cameTrue / outcomes.length;
  expect(share).toBeGreaterThan(0.7);
  expect(share).toBeLessThan(0.97);
});
