import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../actions/refusal.ts';
import { formatCaseNumber, normalizeCaseNumber, numberPrefix } from './case-number.ts';
import { readPageKey, writePageKey } from './page-key.ts';
import { queryOf, wordsOf } from './search-words.ts';
import { hashTrackingCode, makeTrackingCode, sameHash } from './tracking-code.ts';

test('a number is known again however it is typed', () => {
  expect(formatCaseNumber('ЦНАП', 2020, 123)).toBe('ЦНАП-2020-000123');
  expect(formatCaseNumber('ЦНАП', 2020, 1_234_567)).toBe('ЦНАП-2020-1234567');
  expect(numberPrefix('ЦНАП', 2026, true)).toBe('ЦНАП-І-2026-');
  expect(normalizeCaseNumber(' цнап – 2020–000123 ')).toBe('ЦНАП-2020-000123');
  // Typed with a Latin keyboard where letters look alike.
  expect(normalizeCaseNumber('TK-2020-000001')).toBe('ТК-2020-000001');
});

test('apostrophes, accents and case make no difference to words', () => {
  expect(wordsOf("Мар'яна")).toEqual(wordsOf('МАР’ЯНА'));
  expect(wordsOf('Маряна')).toEqual(wordsOf('Марʼяна'));
  expect(wordsOf('Ґудзь, їжак; їжак', null, undefined)).toEqual(['гудзь', 'іжак']);
});

test('a query looks by beginnings without Ukrainian endings', () => {
  expect(queryOf('субсидію')).toBe('субсид:*');
  expect(queryOf('Київ 2020')).toBe('киів:* & 2020:*');
  expect(queryOf(' !&|():* ')).toBeNull();
});

test('no text can break out of the query language', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const query = queryOf(text);
      expect(query ?? 'a:*').toMatch(/^[\p{L}\p{N}]+:\*( & [\p{L}\p{N}]+:\*)*$/u);
    }),
  );
});

test('a tracking code fits its own case only, spaces and small letters forgiven', () => {
  const code = makeTrackingCode();
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
  const hash = hashTrackingCode('a', code);
  expect(sameHash(hash, hashTrackingCode('a', `${code.slice(0, 5)} ${code.slice(5).toLowerCase()}`))).toBe(
    true,
  );
  expect(sameHash(hash, hashTrackingCode('b', code))).toBe(false);
});

test('a page key is read as it was written; another text is refused', () => {
  const id = '0198c0de-0000-7000-8000-000000000001';
  for (const value of ['2020-03-02', 'infinity', '2020-03-02T08:00:00.000Z']) {
    expect(readPageKey(writePageKey({ value, id }))).toEqual({ value, id });
  }
  for (const text of [
    '',
    'x',
    writePageKey({ value: "';--", id }),
    writePageKey({ value: '2020-03-02', id: 'x' }),
  ]) {
    expect(() => readPageKey(text)).toThrow(Refusal);
  }
});
