import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

const prepared = new WeakMap<Buffer, KeyObject>();

/** HMAC-SHA256 of the parts one after another. Preparing a key of bytes costs several times the hash, so it is done once. */
export function hmac(key: Buffer, ...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHmac('sha256', prepare(key));
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function prepare(key: Buffer): KeyObject {
  const known = prepared.get(key);
  if (known !== undefined) return known;
  const fresh = createSecretKey(key);
  prepared.set(key, fresh);
  return fresh;
}
