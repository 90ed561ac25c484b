import { cyrillicTwins } from '../registers/cyrillic-twins.ts';

const SEQ_DIGITS = 6;

/** All that stands before the digits of the sequence: `А-2020-`; imports into this year, `А-І-2026-`. */
export function numberPrefix(letters: string, year: number, intoImportBook: boolean): string {
  return `${letters}${intoImportBook ? '-І' : ''}-${year}-`;
}

/** `А-2020-000123`. The statement that opens a case writes the same with `lpad`. */
export function formatCaseNumber(letters: string, year: number, seq: number): string {
  return `${numberPrefix(letters, year, false)}${`${seq}`.padStart(SEQ_DIGITS, '0')}`;
}

/** A number as a person types it (small letters, Latin look-alikes, spaces) → as it is stored. */
export function normalizeCaseNumber(text: string): string {
  const plain = text
    .normalize('NFC')
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212/]/g, '-')
    .replace(/[^\p{L}\p{N}-]/gu, '');
  return cyrillicTwins(plain);
}
