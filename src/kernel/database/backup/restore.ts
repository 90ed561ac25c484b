import { chown, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ensureAppRole } from '../app-role.ts';
import { findPostmaster } from '../cluster-folder.ts';
import { EMBEDDED_MAJOR } from '../embedded-binaries.ts';
import { openPlace, withOwner } from '../place.ts';
import type { UnprivilegedUser } from '../run-program.ts';
import { StartProblem } from '../start-problem.ts';
import { chooseUser } from '../unprivileged-user.ts';
import { type ArchiveEntry, readArchive } from './archive.ts';
import { FORMAT, HEAD, TAIL } from './back-up.ts';
import { loadDump } from './dump.ts';

export interface RestoreOptions {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  /** Moves what is in the data folder aside, into `<dataDir>/replaced-…`, instead of refusing. */
  readonly replace: boolean;
  readonly now: Date;
  readonly onProgress?: (bytes: number) => void;
}

/** What a restore leaves where it is: earlier data moved aside, and the traces of a restore that was killed. */
const PASSED_OVER = /^(replaced-.*|restoring|lost\+found)$/;

const Head = z.object({ format: z.int(), kind: z.enum(['cluster', 'dump']), postgres: z.string() });
type Head = z.output<typeof Head>;

/**
 * Brings a backup back into an empty data folder and starts its database once, which proves it whole.
 * Everything is laid out aside first: a bad file leaves the folder as it was.
 */
export async function restore(file: string, options: RestoreOptions): Promise<void> {
  const { dataDir } = options;
  await mkdir(dataDir, { recursive: true });
  const present = (await readdir(dataDir)).filter((name) => !PASSED_OVER.test(name));
  if (present.length > 0 && !options.replace) {
    throw new StartProblem('folderNotEmpty', { folder: dataDir });
  }
  if ((await findPostmaster(join(dataDir, 'postgres'))) !== undefined) {
    throw new StartProblem('stillRunning', { folder: dataDir });
  }
  if (options.databaseUrl !== undefined) {
    await refuseFullDatabase(options);
  }
  const aside = join(dataDir, 'restoring');
  await rm(aside, { recursive: true, force: true });
  try {
    const head = await layOut(file, aside, options);
    await moveAside(dataDir, present, options.now);
    for (const name of await readdir(aside)) {
      await rename(join(aside, name), join(dataDir, name));
    }
    await bringToLife(head, options);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function layOut(file: string, aside: string, options: RestoreOptions): Promise<Head> {
  const user = chooseUser(join(aside, 'postgres'));
  let head: Head | undefined;
  let complete = false;
  await mkdir(aside, { recursive: true });
  await readArchive(file, async (entry) => {
    if (head === undefined) {
      head = await readHead(file, entry, options);
    } else if (entry.name === TAIL) {
      complete = true;
    } else {
      await layDown(file, aside, entry, user);
      options.onProgress?.(entry.size);
    }
  });
  if (head === undefined || !complete) {
    throw new StartProblem('notABackup', { file, reason: 'incomplete' });
  }
  return head;
}

async function readHead(file: string, entry: ArchiveEntry, options: RestoreOptions): Promise<Head> {
  if (entry.name !== HEAD || entry.size > 10_000) {
    throw new StartProblem('notABackup', { file, reason: entry.name });
  }
  const head = Head.parse(JSON.parse((await entry.content.toArray()).join('')));
  if (head.format > FORMAT) {
    throw new StartProblem('newerFormat', { folder: file });
  }
  const wanted = options.databaseUrl === undefined ? 'cluster' : 'dump';
  if (head.kind !== wanted) {
    throw new StartProblem(wanted === 'cluster' ? 'backupOfOutside' : 'backupOfEmbedded', { file });
  }
  if (head.kind === 'cluster' && head.postgres !== EMBEDDED_MAJOR) {
    throw new StartProblem('otherMajor', { folder: file, found: head.postgres, expected: EMBEDDED_MAJOR });
  }
  return head;
}

async function layDown(
  file: string,
  aside: string,
  entry: ArchiveEntry,
  user: UnprivilegedUser | undefined,
): Promise<void> {
  const path = resolve(aside, entry.name);
  if (!path.startsWith(aside + sep)) {
    throw new StartProblem('notABackup', { file, reason: entry.name });
  }
  const ofCluster = entry.name.startsWith('postgres/');
  if (entry.folder) {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } else {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // PostgreSQL itself brings its whole folder onto the disk before it recovers.
    await write(path, entry.content, { flush: !ofCluster });
  }
  if (user !== undefined && ofCluster) {
    await chown(path, user.uid, user.gid);
  }
}

async function write(path: string, content: Readable, options: { readonly flush: boolean }): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  await pipeline(content, handle.createWriteStream(options));
}

async function moveAside(dataDir: string, names: readonly string[], now: Date): Promise<void> {
  if (names.length === 0) {
    return;
  }
  const old = join(dataDir, `replaced-${now.toISOString().replaceAll(/[:.]/g, '-')}`);
  await mkdir(old);
  for (const name of names) {
    await rename(join(dataDir, name), join(old, name));
  }
}

/** There is no moving aside in somebody's database server: it must be empty. */
async function refuseFullDatabase(options: RestoreOptions): Promise<void> {
  await withOwner(await openPlace(options), async (owner) => {
    const { rows } = await owner.query<{ full: boolean }>(
      `select to_regclass('kernel.migrations') is not null as full`,
    );
    if (rows[0]?.full === true) {
      throw new StartProblem('databaseNotEmpty', { database: owner.database ?? '' });
    }
  });
}

/** The first start of a copied cluster replays its WAL; a dump is loaded by PostgreSQL's own tool. */
async function bringToLife(head: Head, options: RestoreOptions): Promise<void> {
  const place = await openPlace(options);
  const dump = join(options.dataDir, 'database.dump');
  try {
    await withOwner(place, async (owner) => {
      if (head.kind === 'dump') {
        await ensureAppRole(owner, owner.user ?? 'postgres');
        const handle = await open(dump, 'r');
        await loadDump(place.ownerUrl, handle.createReadStream());
        await rm(dump);
      }
      await owner.query('select count(*) from kernel.migrations');
    });
  } finally {
    await place.cluster?.release();
  }
}
