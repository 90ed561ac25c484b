import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit, parseMrz } from './mrz.ts';

/** The specimen of ICAO Doc 9303, part 5. */
const SPECIMEN = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
];

test('the specimen of ICAO is read', () => {
  expect(parseMrz(SPECIMEN, '2026-03-02')).toEqual({
    issuer: 'UTO',
    documentNumber: 'D23145890',
    birthDate: '1974-08-12',
    sex: 'F',
    expiresOn: '2012-04-15',
    nationality: 'UTO',
    surname: 'ERIKSSON',
    givenNames: 'ANNA MARIA',
    recordNumber: null,
  });
});

test('any one digit read wrongly is found by a check digit', () => {
  const place = fc.record({
    line: fc.constantFrom(0, 1),
    at: fc.integer({ min: 5, max: 29 }),
    digit: fc.integer({ min: 0, max: 9 }),
  });
  fc.assert(
    fc.property(place, ({ line, at, digit }) => {
      const before = SPECIMEN[line] ?? '';
      // Sex and nationality stand outside every check.
      fc.pre(/\d/.test(before[at] ?? '') && before[at] !== String(digit));
      const lines = SPECIMEN.with(line, `${before.slice(0, at)}${digit}${before.slice(at + 1)}`);
      expect(parseMrz(lines, '2026-03-02')).toBeNull();
    }),
  );
});

test('check digits are those of the document', () => {
  expect([checkDigit('D23145890'), checkDigit('740812'), checkDigit('120415')]).toEqual([7, 2, 9]);
});

test('what is no zone of a card is none', () => {
  expect(parseMrz(['', '', ''], '2026-03-02')).toBeNull();
  expect(parseMrz(SPECIMEN.slice(0, 2), '2026-03-02')).toBeNull();
});
