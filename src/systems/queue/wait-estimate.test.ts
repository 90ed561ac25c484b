import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Crowd, DEFAULT_SERVICE_SECONDS, estimateWait, expectedSeconds } from './wait-estimate.ts';

const MINUTES = 60;
const crowd: fc.Arbitrary<Crowd> = fc
  .record({
    ahead: fc.nat(200),
    perPerson: fc.integer({ min: 60, max: 3600 }),
    windows: fc.integer({ min: 1, max: 40 }),
    busy: fc.nat(40),
    share: fc.double({ min: 0.34, max: 1, noNaN: true }),
  })
  .map(({ ahead, perPerson, windows, busy, share }) => {
    const atWindows = Math.min(busy, windows);
    return {
      ahead,
      aheadSeconds: ahead * perPerson,
      aheadSquares: ahead * perPerson ** 2,
      atWindows,
      atWindowsSeconds: atWindows * perPerson,
      atWindowsSquares: atWindows * perPerson ** 2,
      windows,
      ownWindows: windows * share,
    };
  });

/** A crowd in which everyone takes the same time. */
function alike(of: { ahead: number; atWindows: number; windows: number; seconds: number }): Crowd {
  return {
    ...of,
    aheadSeconds: of.ahead * of.seconds,
    aheadSquares: of.ahead * of.seconds ** 2,
    atWindowsSeconds: of.atWindows * of.seconds,
    atWindowsSquares: of.atWindows * of.seconds ** 2,
    ownWindows: of.windows,
  };
}

describe('wait estimate', () => {
  test('nothing is promised where no window is open', () => {
    expect(estimateWait(alike({ ahead: 3, atWindows: 0, windows: 0, seconds: 300 }))).toBeNull();
  });

  test('a free window means at once', () => {
    const estimate = estimateWait(alike({ ahead: 1, atWindows: 2, windows: 4, seconds: 600 }));
    expect(estimate).toEqual({ from: 0, to: 5 });
  });

  test('twelve before at two windows, ten minutes each: about an hour', () => {
    const estimate = estimateWait(alike({ ahead: 12, atWindows: 2, windows: 2, seconds: 10 * MINUTES }));
    expect(estimate?.from).toBeLessThanOrEqual(65);
    expect(estimate?.from).toBeGreaterThanOrEqual(35);
    expect(estimate?.to).toBeGreaterThanOrEqual(65);
    expect(estimate?.to).toBeLessThanOrEqual(90);
  });

  test('is an interval in whole fives, never negative', () => {
    fc.assert(
      fc.property(crowd, (some) => {
        const estimate = estimateWait(some);
        expect(estimate).not.toBeNull();
        if (estimate === null) return;
        expect(estimate.from).toBeGreaterThanOrEqual(0);
        expect(estimate.to).toBeGreaterThan(estimate.from);
        expect(estimate.from % 5).toBe(0);
        expect(estimate.to % 5).toBe(0);
      }),
    );
  });

  test('one more person before never brings the call nearer', () => {
    fc.assert(
      fc.property(crowd, fc.integer({ min: 60, max: 3600 }), (some, seconds) => {
        const longer = {
          ...some,
          ahead: some.ahead + 1,
          aheadSeconds: some.aheadSeconds + seconds,
          aheadSquares: some.aheadSquares + seconds ** 2,
        };
        expect(estimateWait(longer)?.to ?? 0).toBeGreaterThanOrEqual(estimateWait(some)?.to ?? 0);
      }),
    );
  });
});

describe('expected duration', () => {
  const nothing = {
    ofServiceInHour: undefined,
    ofService: undefined,
    cardMinutes: undefined,
    ofSector: undefined,
  };

  test('what was learned stands before what the card says', () => {
    expect(expectedSeconds({ ...nothing, ofService: 700, cardMinutes: 20 })).toBe(700);
    expect(expectedSeconds({ ...nothing, ofServiceInHour: 500, ofService: 700 })).toBe(500);
    expect(expectedSeconds({ ...nothing, cardMinutes: 20, ofSector: 300 })).toBe(1200);
    expect(expectedSeconds(nothing)).toBe(DEFAULT_SERVICE_SECONDS);
  });
});
