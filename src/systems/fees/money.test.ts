import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  afterWaiver,
  formatMoneyText,
  formatPercent,
  fromKopiykas,
  lessBy,
  parseAmount,
  shareOf,
  toKopiykas,
} from './money.ts';

const kopiykas = fc.bigInt({ min: 0n, max: 99_999_999_999n });

describe('a share of the subsistence minimum', () => {
  // RULEBOOK §1.4: 1.5 % and 2.5 % of 3 328 UAH in 2026.
  it.each([
    ['3328.00', 150, '49.92'],
    ['3328.00', 250, '83.20'],
    ['2102.00', 150, '31.53'],
    ['0.01', 5_000, '0.01'],
    ['0.01', 4_999, '0.00'],
  ])('%s × %d/10000 = %s', (base, points, share) => expect(shareOf(base, points)).toBe(share));

  test('never leaves a kopiyka: a waiver and what remains make the whole, within one', () => {
    fc.assert(
      fc.property(kopiykas, fc.integer({ min: 0, max: 100 }), (whole, percent) => {
        const money = fromKopiykas(whole);
        const sum = toKopiykas(afterWaiver(money, percent)) + toKopiykas(shareOf(money, percent * 100));
        expect(sum - whole === 0n || sum - whole === 1n).toBe(true);
      }),
    );
  });
});

describe('amounts as banks write them', () => {
  it.each([
    ['49.92', '49.92', false],
    ['1 234,5', '1234.50', false],
    ['1\u00a0234,50 грн', '1234.50', false],
    ['-83,20', '83.20', true],
    ['007', '7.00', false],
  ])('%s', (text, money, negative) => expect(parseAmount(text)).toEqual({ money, negative }));

  it.each(['', '1,234', '1.2.3', '12,345.60', 'сто', '1e5'])('%s is none', (text) =>
    expect(parseAmount(text)).toBeNull(),
  );

  test('what we write is read back', () => {
    fc.assert(
      fc.property(kopiykas, (whole) => {
        const money = fromKopiykas(whole);
        expect(toKopiykas(money)).toBe(whole);
        expect(parseAmount(formatMoneyText(money, 'uk'))).toEqual({ money, negative: false });
      }),
    );
  });
});

test('money and per cent in words', () => {
  expect(formatMoneyText('1234567.50', 'uk')).toBe('1\u202f234\u202f567,50 грн');
  expect(formatMoneyText('49.92', 'en')).toBe('UAH 49.92');
  expect(formatPercent(150, 'uk')).toBe('1,5 %');
  expect(formatPercent(10_000, 'en')).toBe('100%');
  expect(lessBy('83.20', '49.92')).toBe('33.28');
  expect(lessBy('49.92', '83.20')).toBe('0.00');
});
