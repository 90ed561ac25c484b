import { createHash, randomBytes, randomInt } from 'node:crypto';

// Without letters and digits that are taken for one another on a screen across the room.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;

/** The one-time code typed on the device: ten characters, 49 bits, good for half an hour. */
export function makeDeviceCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** The long-lived word that the device keeps as a cookie. */
export function makeDeviceToken(): string {
  return randomBytes(32).toString('base64url');
}

/** `ABCDE FGHJK` as it is read aloud, however it was typed. */
export function normalDeviceCode(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** Words of this strength need no salt and no slow hash. */
export function hashDeviceWord(word: string): Buffer {
  return createHash('sha256').update(`device ${word}`).digest();
}

/** The cookie of the device. */
export const DEVICE_COOKIE = 'device';
