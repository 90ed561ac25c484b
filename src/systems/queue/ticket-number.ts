import { SECTOR_LETTERS, type Sector } from './sector.ts';

// No 0 O, 1 I L: the code is read from thermal paper and typed on a phone.
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;

/** `Р-042`; the thousandth of a day is `Р-1000`. */
export function ticketNumber(sector: Sector, seq: number): string {
  return `${SECTOR_LETTERS[sector]}-${String(seq).padStart(3, '0')}`;
}

/** The book in which a sector's numbers of one day stand without gaps; imports have books of their own. */
export function numberBook(hall: string, sector: Sector, day: string, imported: boolean): string {
  return `queue/${hall}/${sector}/${day}${imported ? '/import' : ''}`;
}

/**
 * Eight letters out of random bytes (at least 16). Bytes that would favour the first letters are
 * passed over; `null` when too few are left.
 */
export function ticketCode(random: Uint8Array): string | null {
  const fair = Math.floor(256 / CODE_LETTERS.length) * CODE_LETTERS.length;
  const letters = [...random]
    .filter((byte) => byte < fair)
    .map((byte) => CODE_LETTERS.charAt(byte % CODE_LETTERS.length));
  return letters.length < CODE_LENGTH ? null : letters.slice(0, CODE_LENGTH).join('');
}

/** What a person typed, as the code is stored: `k3m9-7xqa` → `K3M97XQA`. */
export function normalCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '');
}
