import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject, onTestFinished } from 'vitest';
import { openDatabase } from '../database/open-database.ts';

const run = promisify(execFile);

let template: Promise<string> | undefined;

/** A DATA_DIR whose database was already made and stopped: spares the test PostgreSQL's own making. */
export async function makeUsedDataFolder(): Promise<string> {
  template ??= makeTemplateFolder();
  const source = await template;
  const dataDir = await makeDataFolder();
  // Unlike fs.cp it keeps the owner, who is not we when we are root.
  await run('cp', ['-a', source, dataDir]);
  return dataDir;
}

async function makeTemplateFolder(): Promise<string> {
  const parent = await mkdtemp(join(inject('testFolder'), 'data-'));
  await chmod(parent, 0o755);
  const dataDir = join(parent, 'data');
  await (await openDatabase({ dataDir, migrations: [], now: new Date(0) })).close();
  return dataDir;
}

/** A DATA_DIR for one test; it and all beside it in its parent go when the test ends. */
export async function makeDataFolder(): Promise<string> {
  const parent = await mkdtemp(join(inject('testFolder'), 'data-'));
  // A database started by root runs as a lesser user, who must be let through.
  await chmod(parent, 0o755);
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return join(parent, 'data');
}
