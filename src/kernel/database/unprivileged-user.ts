import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { runProgram, type UnprivilegedUser } from './run-program.ts';
import { StartProblem } from './start-problem.ts';

/** PostgreSQL refuses to run as root: then the folder's owner, `postgres` or `nobody` runs it. */
export function chooseUser(clusterFolder: string): UnprivilegedUser | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid, passesClosedFolders: false };
  }
  const known = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const line = known.find((fields) => fields[0] === name);
    if (line !== undefined) {
      return { uid: Number(line[2]), gid: Number(line[3]), passesClosedFolders: false };
    }
  }
  return { uid: 65534, gid: 65534, passesClosedFolders: false };
}

/** The first folder above `path` that does not let the user through. */
function findClosedFolder(path: string, user: UnprivilegedUser): string | undefined {
  for (let parent = dirname(path); ; parent = dirname(parent)) {
    const { mode, uid, gid } = statSync(parent);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) {
      return parent;
    }
    if (parent === dirname(parent)) {
      return undefined;
    }
  }
}

/**
 * Sees to it that the user reaches the paths. A folder closed to all but root (`/root`, `mktemp -d`)
 * is passed with the one capability that opens it, where the machine has setpriv (util-linux);
 * elsewhere it is refused with a sentence, for PostgreSQL's own words nobody understands.
 */
export async function makeReachable(
  user: UnprivilegedUser | undefined,
  postgres: string,
  folder: string,
): Promise<UnprivilegedUser | undefined> {
  if (user === undefined) {
    return undefined;
  }
  const closed = findClosedFolder(postgres, user) ?? findClosedFolder(folder, user);
  if (closed === undefined) {
    return user;
  }
  const passing = { ...user, passesClosedFolders: true };
  const trial = await runProgram(postgres, ['--version'], { user: passing, cwd: '/' }).catch(() => undefined);
  if (trial?.code !== 0) {
    throw new StartProblem('notTraversable', { folder: closed, user: user.uid });
  }
  return passing;
}
