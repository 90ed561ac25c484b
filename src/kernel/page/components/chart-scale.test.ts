import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linePath, niceTicks, percent } from './chart-scale.ts';

test.each([
  [0, [0, 1]],
  [1, [0, 0.25, 0.5, 0.75, 1]],
  [10_900, [0, 5000, 10_000, 15_000]],
  [100, [0, 25, 50, 75, 100]],
])('rules of an axis up to %d', (greatest, ticks) => {
  expect(niceTicks(greatest)).toEqual(ticks);
});

test('rules begin at zero, are few, and reach the greatest value', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (greatest) => {
      const ticks = niceTicks(greatest);
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(greatest * (1 - 1e-6));
    }),
  );
});

test('a part never leaves the plot', () => {
  expect(percent(3, 8)).toBe('37.5%');
  expect(percent(9, 8)).toBe('100%');
  expect(percent(-1, 8)).toBe('0%');
  expect(percent(1, 0)).toBe('0%');
});

test('an unknown value breaks the line', () => {
  expect(linePath([0, 10, null, 5], 10)).toBe('M0 100L33.33 0M100 50');
});
