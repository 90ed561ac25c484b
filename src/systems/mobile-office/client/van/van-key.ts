import type { Sealed } from './van-store.ts';

/**
 * The words on the disk are encrypted (AES-GCM) with a random key; that key is sealed by one made from
 * the PIN (PBKDF2, 600,000 rounds). It lives in the memory of the open page only.
 */
const ROUNDS = 600_000;
const AES = { name: 'AES-GCM', length: 256 } as const;

export interface NewKey {
  readonly key: CryptoKey;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly sealedKey: Sealed;
}

export async function makeKey(pin: string): Promise<NewKey> {
  const key = await crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt']);
  return { key, ...(await sealKey(key, pin)) };
}

/** The same key under another PIN: what waits under it can still be read. */
export async function sealKey(key: CryptoKey, pin: string): Promise<Omit<NewKey, 'key'>> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const lock = await lockOf(pin, salt);
  const data = await crypto.subtle.wrapKey('raw', key, lock, { name: AES.name, iv });
  return { salt, sealedKey: { iv, data } };
}

/** Undefined for a wrong PIN: the seal does not open. */
export async function openKey(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  { iv, data }: Sealed,
): Promise<CryptoKey | undefined> {
  try {
    const lock = await lockOf(pin, salt);
    return await crypto.subtle.unwrapKey('raw', data, lock, { name: AES.name, iv }, AES, true, [
      'encrypt',
      'decrypt',
    ]);
  } catch {
    return undefined;
  }
}

async function lockOf(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const how = { name: 'PBKDF2', salt, iterations: ROUNDS, hash: 'SHA-256' };
  return crypto.subtle.deriveKey(how, secret, AES, false, ['wrapKey', 'unwrapKey']);
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: AES.name, iv }, key, bytes) };
}

export async function unseal(key: CryptoKey, { iv, data }: Sealed): Promise<unknown> {
  const bytes = await crypto.subtle.decrypt({ name: AES.name, iv }, key, data);
  return JSON.parse(new TextDecoder().decode(bytes));
}
