import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode, reasonOf, StartProblem } from './start-problem.ts';

/** Tells that a DATA_DIR is ours. */
export const MARKER = 'prozoryi-ofis.json';
const FORMAT = 1;
const Marker = z.object({ format: z.int() });

/** What may lie in a folder that has no marker yet. */
const HARMLESS: readonly string[] = ['files', 'secrets', 'lost+found', '.gitkeep', '.DS_Store'];

/** Makes an empty DATA_DIR ours; refuses a foreign or unreadable one with a sentence. */
export async function prepareDataFolder(folder: string): Promise<void> {
  const names = await listOrCreate(folder);
  if (names.includes(MARKER)) {
    await checkMarker(folder);
    return;
  }
  // Another process may be half-way through the same first start: its folders are no strangers.
  if (names.some((name) => !HARMLESS.includes(name))) {
    throw new StartProblem('foreignFolder', { folder });
  }
  await writeFile(join(folder, MARKER), `${JSON.stringify({ format: FORMAT })}\n`);
}

async function listOrCreate(folder: string): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true });
    return await readdir(folder);
  } catch (error) {
    const code = errorCode(error);
    throw code === 'ENOTDIR' || code === 'EEXIST'
      ? new StartProblem('notAFolder', { folder }, error)
      : new StartProblem('unreadableFolder', { folder, reason: reasonOf(error) }, error);
  }
}

async function checkMarker(folder: string): Promise<void> {
  let text: string;
  try {
    text = await readFile(join(folder, MARKER), 'utf8');
  } catch (error) {
    throw new StartProblem('unreadableFolder', { folder, reason: reasonOf(error) }, error);
  }
  const marker = Marker.safeParse(parseJson(text));
  if (!marker.success) {
    throw new StartProblem('foreignFolder', { folder });
  }
  if (marker.data.format > FORMAT) {
    throw new StartProblem('newerFormat', { folder });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A random secret kept in `<DATA_DIR>/secrets/<name>`, readable by the server's user only; made on
 * the first call. Two processes that start at once agree on one: the first to write wins.
 */
export async function keepSecret(dataDir: string, name: string): Promise<string> {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const mine = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  if (!existsSync(file)) {
    await writeFile(mine, randomBytes(32).toString('base64url'), { mode: 0o600 });
    await link(mine, file).catch(ignoreExisting);
    await rm(mine);
  }
  return (await readFile(file, 'utf8')).trim();
}

export function ignoreExisting(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') {
    throw error;
  }
}
