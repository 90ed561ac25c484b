import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A DATA_DIR for one test; it and all beside it in its parent go when the test ends. */
export async function makeDataFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'prozoryi-data-'));
  // A database started by root runs as a lesser user, who must be let through.
  await chmod(parent, 0o755);
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return join(parent, 'data');
}
