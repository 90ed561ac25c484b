import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a content lies: by its hash alone, so no name from outside ever reaches the file system. */
export function pathOf(dataDir: string, sha256: Buffer): string {
  const hex = sha256.toString('hex');
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error('Not a SHA-256');
  return join(dataDir, 'files', hex.slice(0, 2), hex.slice(2, 4), hex);
}

/**
 * Keeps bytes on disk and returns their SHA-256. When it returns, they survive a power cut; a content
 * that is already there is kept once.
 */
export async function storeBytes(dataDir: string, bytes: Buffer): Promise<Buffer> {
  const sha256 = hashOf(bytes);
  const path = pathOf(dataDir, sha256);
  if (await isThere(path, bytes.length)) return sha256;
  const folder = join(path, '..');
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
  return sha256;
}

export function hashOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** The key of a content's lock: its first eight bytes, as PostgreSQL takes them. */
export function lockOf(sha256: Buffer): string {
  return sha256.readBigInt64BE(0).toString();
}

async function isThere(path: string, size: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.size === size;
}

/** The new name itself must reach the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
