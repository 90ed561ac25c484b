import { expect, test } from 'vitest';
import { Burst, signOf } from './burst.ts';

const codeOf = (sign: string) =>
  /[a-z]/i.test(sign) ? `Key${sign.toUpperCase()}` : /\d/.test(sign) ? `Digit${sign}` : '';

function type(text: string, everyMs: number): string | null {
  const burst = new Burst();
  let at = 0;
  for (const key of text) {
    at += everyMs;
    burst.add({ key, code: codeOf(key), shift: key !== key.toLowerCase(), at });
  }
  return burst.enter(at + everyMs);
}

test('a reader is told from a person by its speed', () => {
  expect(type('ABCD2345', 8)).toBe('ABCD2345');
  expect(type('ABCD2345', 120)).toBeNull();
  expect(type('12', 5)).toBeNull();
});

test('under a Ukrainian layout a code is still Latin', () => {
  expect(signOf({ key: 'Ф', code: 'KeyA', shift: true })).toBe('A');
  expect(signOf({ key: '.', code: 'Slash', shift: false })).toBe('/');
  expect(signOf({ key: 'Ж', code: 'Semicolon', shift: true })).toBe(':');
});
