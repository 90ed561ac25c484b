import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, readlink, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { EMBEDDED_MAJOR, type EmbeddedBinaries } from './embedded-binaries.ts';
import { runProgram, type UnprivilegedUser } from './run-program.ts';
import { errorCode, reasonOf, StartProblem } from './start-problem.ts';

/** True when the folder holds a cluster of our version; a foreign or damaged one is refused. */
export async function hasCluster(folder: string): Promise<boolean> {
  if (!existsSync(folder)) {
    return false;
  }
  let found: string;
  try {
    found = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    throw errorCode(error) === 'ENOENT'
      ? new StartProblem('damagedDatabase', { folder, reason: 'PG_VERSION?' }, error)
      : new StartProblem('unreadableFolder', { folder, reason: reasonOf(error) }, error);
  }
  if (found !== EMBEDDED_MAJOR) {
    throw new StartProblem('otherMajor', { folder, found, expected: EMBEDDED_MAJOR });
  }
  return true;
}

/**
 * Makes the cluster aside and renames it into place, so a kill in the middle leaves nothing
 * half-made, and of two processes that start at once one wins.
 */
export async function createCluster(
  binaries: EmbeddedBinaries,
  folder: string,
  password: string,
  user: UnprivilegedUser | undefined,
): Promise<void> {
  await removeAbandoned(folder);
  const fresh = `${folder}.new-${process.pid}-${randomBytes(3).toString('hex')}`;
  const passwordFile = `${fresh}.pw`;
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (user !== undefined) {
      await chown(fresh, user.uid, user.gid);
      await chown(passwordFile, user.uid, user.gid);
    }
    const { code, output } = await runProgram(binaries.initdb, initdbArguments(fresh, passwordFile), {
      user,
      cwd: '/',
    });
    if (code !== 0) {
      throw new StartProblem('initdbFailed', { folder, reason: output.trim() });
    }
    await rename(fresh, folder).catch(ignoreWonByOther);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=uk',
    '--locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ];
}

function ignoreWonByOther(error: unknown): void {
  const code = errorCode(error);
  if (code !== 'ENOTEMPTY' && code !== 'EEXIST') {
    throw error;
  }
}

/** Folders of first starts whose process is no more. */
async function removeAbandoned(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.new-`;
  for (const name of await readdir(dirname(folder))) {
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (name.startsWith(prefix) && !isAlive(pid)) {
      await rm(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Process id of the postmaster that runs on the folder now, by its pid file and its working folder. */
export async function findPostmaster(folder: string): Promise<number | undefined> {
  let pid: number;
  try {
    pid = Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  } catch {
    return undefined;
  }
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) {
    return undefined;
  }
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(folder)) ? pid : undefined;
  } catch {
    // A number given anew to a stranger's process (after a reboot), whom we may not look into.
    return undefined;
  }
}

/** A pid file whose number now belongs to another program would keep PostgreSQL from starting. */
export async function removeStalePidFile(folder: string): Promise<void> {
  if ((await findPostmaster(folder)) === undefined) {
    await rm(join(folder, 'postmaster.pid'), { force: true });
  }
}

/** sun_path is 108 bytes: a socket deep down (Cyrillic letters take two) moves to the temporary folder. */
export function socketFolder(folder: string): string {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) < 100) {
    return folder;
  }
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `prozoryi-ofis-${name}`);
}
