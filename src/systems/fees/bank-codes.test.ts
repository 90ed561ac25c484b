import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findPayCodes, isIban, isPayCode, parsePayCode, payCodeOf, plainIban } from './bank-codes.ts';

const IBAN = 'UA473052990000026005026707459';

describe('IBAN', () => {
  it('of RULEBOOK §10 is right, also as people copy it', () => {
    expect(isIban(IBAN)).toBe(true);
    expect(plainIban('уа47 3052 9900 0002 6005 0267 0745 9')).toBe(IBAN);
  });

  test('with one digit changed, or two neighbours swapped, is wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 28 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(IBAN[at]) + by) % 10;
        expect(isIban(`${IBAN.slice(0, at)}${digit}${IBAN.slice(at + 1)}`)).toBe(false);
      }),
    );
    expect(isIban('UA743052990000026005026707459')).toBe(false);
    expect(isIban('UA4730529900000260050267074')).toBe(false);
  });
});

describe('payment code', () => {
  const digits = fc.stringMatching(/^[1-9]\d{9}$/);

  it('is computed as by hand: 98 − 1000000002·100 mod 97 = 87', () => {
    expect(payCodeOf('1000000002')).toBe('100000000287');
  });

  test('is found in whatever a bank makes of the purpose', () => {
    const separator = fc.constantFrom('', ' ', '-', ' - ', '\u00a0');
    const words = fc.stringMatching(/^[А-Яа-яіїєґ ,;.№]{0,30}$/);
    fc.assert(
      fc.property(digits, separator, words, words, (ten, gap, before, after) => {
        const code = payCodeOf(ten);
        const written = code.replace(/(.{4})(?=.)/g, `$1${gap.trim() === '-' ? '-' : gap}`);
        expect(findPayCodes(`${before}код ${written} ${after}`)).toContain(code);
        expect(parsePayCode(written)).toBe(code);
      }),
    );
  });

  test('with one digit wrong, or two neighbours swapped, is none', () => {
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (ten, at, by) => {
        const code = payCodeOf(ten);
        const wrong = `${code.slice(0, at)}${(Number(code[at]) + by) % 10}${code.slice(at + 1)}`;
        expect(isPayCode(wrong)).toBe(false);
        const swapped = code.replace(/^(.)(.)/, '$2$1');
        expect(swapped === code || !isPayCode(swapped)).toBe(true);
      }),
    );
  });

  it('stands beside dates and other numbers', () => {
    expect(findPayCodes('*;101;1759013776;код 1000-0000-0287 від 06.03.2026, 49,92')).toContain(
      '100000000287',
    );
    expect(findPayCodes('Оплата за послуги без коду')).toEqual([]);
  });
});
