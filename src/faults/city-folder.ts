import { chmod, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';

/** A DATA_DIR for a server process; it goes with the test run's folder. */
export async function makeCityFolder(): Promise<string> {
  const parent = await mkdtemp(join(inject('testFolder'), 'city-'));
  // A database started by root runs as a lesser user, who must be let through.
  await chmod(parent, 0o755);
  return join(parent, 'data');
}
