import { expect, test } from 'vitest';
import { lastYear } from './public-summary.ts';

test.each([
  ['2026-03-03', '2025-04-01'],
  ['2026-12-31', '2026-01-01'],
])('twelve months end on %s and begin on %s', (to, from) => {
  expect(lastYear(to)).toEqual({ from, to });
});
