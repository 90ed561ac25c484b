import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartProblem } from './start-problem.ts';

/** The user as whom the embedded database runs; undefined = as ourselves. */
export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then the folder's owner, `postgres` or `nobody` runs it. */
export function chooseUser(clusterFolder: string): UnprivilegedUser | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid };
  }
  const known = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const line = known.find((fields) => fields[0] === name);
    if (line !== undefined) {
      return { uid: Number(line[2]), gid: Number(line[3]) };
    }
  }
  return { uid: 65534, gid: 65534 };
}

/** Every folder above must let the user through, or PostgreSQL fails with words nobody understands. */
export function checkTraversable(folder: string, user: UnprivilegedUser | undefined): void {
  if (user === undefined) {
    return;
  }
  for (let parent = dirname(folder); ; parent = dirname(parent)) {
    const { mode, uid, gid } = statSync(parent);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) {
      throw new StartProblem('notTraversable', { folder: parent, user: user.uid });
    }
    if (parent === dirname(parent)) {
      return;
    }
  }
}

