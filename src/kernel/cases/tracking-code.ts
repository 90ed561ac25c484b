import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

// Without letters and digits that are taken for one another when read aloud or from paper.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;

/** Ten characters (49 bits), printed on the receipt; only its hash is kept. */
export function makeTrackingCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** The case's id is the salt: equal codes of two cases have different hashes. */
export function hashTrackingCode(caseId: string, code: string): Buffer {
  return createHash('sha256')
    .update(`${caseId} ${normalize(code)}`)
    .digest();
}

/** Takes the same time wherever the hashes differ. */
export function sameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function normalize(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
