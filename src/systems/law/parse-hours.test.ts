import { expect, test } from 'vitest';
import { parseHours } from './parse-hours.ts';

test.each([
  ['8:00–17:00', [{ from: '08:00', to: '17:00' }]],
  [
    '08.00-12.00; 13:00 — 17:30',
    [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '17:30' },
    ],
  ],
  ['  ', []],
  ['зранку', null],
  ['8:00–17:00, потім', null],
])('«%s»', (text, hours) => {
  expect(parseHours(text)).toEqual(hours);
});
