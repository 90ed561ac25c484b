import fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthDateOf, isEdrpou, isRnokpp, maskCode, parseApplicantCode } from './applicant-code.ts';

test.each(['1759013776', '3184710691'])('РНОКПП %s fits', (code) => {
  expect(isRnokpp(code)).toBe(true);
});

test.each(['32855961', '00032684', '38621185', '26241020'])('ЄДРПОУ %s fits', (code) => {
  expect(isEdrpou(code)).toBe(true);
});

test('one wrong digit is found in a РНОКПП', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (place, more) => {
      const digits = Array.from('1759013776');
      digits[place] = `${(Number(digits[place]) + more) % 10}`;
      // The sum is taken modulo 11 and 10 counts as 0, so a very few changes pass; the weights never let all.
      const sum = [-1, 5, 7, 9, 4, 6, 10, 5, 7].reduce((s, w, i) => s + w * Number(digits[i]), 0);
      expect(isRnokpp(digits.join(''))).toBe((((sum % 11) + 11) % 11) % 10 === 6);
    }),
  );
  expect(isRnokpp('1759013775')).toBe(false);
  expect(isEdrpou('32855962')).toBe(false);
});

test('the two are told apart by their length', () => {
  expect(parseApplicantCode(' 1759 013776 ')).toEqual({ kind: 'rnokpp', code: '1759013776' });
  expect(parseApplicantCode('32855961')).toEqual({ kind: 'edrpou', code: '32855961' });
  expect(parseApplicantCode('123')).toBeNull();
  expect(parseApplicantCode('١٧٥٩٠١٣٧٧٦')).toBeNull();
});

test('a person’s code is masked, a body’s is public', () => {
  expect(maskCode('1759013776')).toBe('17******76');
  expect(maskCode('32855961')).toBe('32855961');
});

test('a РНОКПП carries the date of birth', () => {
  expect(birthDateOf('3184710691')).toBe('1987-03-12');
});
