import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceInterval } from './balance-interval.ts';

const answers = fc.record({ above: fc.nat(2000), below: fc.nat(2000), neutral: fc.nat(2000) });

describe('the interval of a balance', () => {
  it('holds the counted value and stays between −100 and 100', () => {
    fc.assert(
      fc.property(answers, ({ above, below, neutral }) => {
        const sample = above + below + neutral;
        const interval = balanceInterval(above, below, sample);
        fc.pre(sample > 0);
        const [low, high] = interval ?? [1, 0];
        const value = (100 * (above - below)) / sample;
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(high).toBeLessThanOrEqual(100);
        expect(value).toBeGreaterThanOrEqual(low - 1e-9);
        expect(value).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });

  it('is nothing where nobody answered', () => {
    expect(balanceInterval(0, 0, 0)).toBeNull();
  });

  it('turns round when friends and foes change places', () => {
    fc.assert(
      fc.property(answers, ({ above, below, neutral }) => {
        const sample = above + below + neutral;
        const [low, high] = balanceInterval(above, below, sample) ?? [0, 0];
        const [mirroredLow, mirroredHigh] = balanceInterval(below, above, sample) ?? [0, 0];
        expect(mirroredLow).toBeCloseTo(-high, 9);
        expect(mirroredHigh).toBeCloseTo(-low, 9);
      }),
    );
  });

  it('five who all praise are no proof of a hundred', () => {
    const [low, high] = balanceInterval(5, 0, 5) ?? [0, 0];
    expect(high).toBe(100);
    expect(low).toBeLessThan(50);
  });

  it('narrows as more people answer', () => {
    const width = (n: number) => {
      const [low, high] = balanceInterval(n * 5, n * 2, n * 10) ?? [0, 0];
      return high - low;
    };
    expect(width(100)).toBeLessThan(width(10) / 2);
  });
});
