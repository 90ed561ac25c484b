import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { MARKER, prepareDataFolder } from '../data-folder.ts';
import { EMBEDDED_MAJOR } from '../embedded-binaries.ts';
import { openPlace, type Place, withOwner } from '../place.ts';
import { StartProblem } from '../start-problem.ts';
import { type ArchiveWriter, writeArchive } from './archive.ts';
import { noteBackup } from './backup-note.ts';
import { copyCluster, measureFolder } from './base-backup.ts';
import { dumpDatabase } from './dump.ts';

/** First entry of every backup. */
export const HEAD = 'prozoryi-ofis-backup.json';
/** Last entry: an archive without it was cut short. */
export const TAIL = 'complete';
export const FORMAT = 1;

export interface BackupOptions {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly now: Date;
  /** Told of the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Saves the whole city hall (database, uploaded files, secrets) into one file while it serves.
 * Every deed acknowledged before the call is in it.
 */
export async function backUp(file: string, options: BackupOptions): Promise<void> {
  if (existsSync(file)) {
    throw new StartProblem('backupExists', { file });
  }
  const embedded = options.databaseUrl === undefined;
  if (!existsSync(options.dataDir) || (embedded && !existsSync(join(options.dataDir, 'postgres')))) {
    throw new StartProblem('nothingToBackUp', { folder: options.dataDir });
  }
  await prepareDataFolder(options.dataDir);
  const place = await openPlace(options);
  try {
    await writeArchive(
      resolve(file),
      (archive) => fill(archive, place, file, options),
      await makeMeter(options),
    );
    const { size } = await stat(resolve(file));
    await noteBackup(options.dataDir, { madeAt: options.now, file: basename(file), bytes: size });
  } finally {
    await place.cluster?.release();
  }
}

async function fill(
  archive: ArchiveWriter,
  place: Place,
  file: string,
  options: BackupOptions,
): Promise<void> {
  const kind = place.cluster === undefined ? 'dump' : 'cluster';
  const head = { format: FORMAT, kind, postgres: EMBEDDED_MAJOR, madeAt: options.now.toISOString() };
  await archive.addText(HEAD, JSON.stringify(head));
  const { cluster } = place;
  if (cluster === undefined) {
    await addDump(archive, place.ownerUrl, `${file}.dump`);
  } else {
    await withOwner(place, (owner) => copyCluster(owner, cluster.folder, archive));
  }
  // After the database: a file is on the disk before the row that names it is committed.
  for (const folder of ['files', 'secrets']) {
    await addFolder(archive, options.dataDir, folder);
  }
  await archive.addFile(MARKER, join(options.dataDir, MARKER));
  await archive.addText(TAIL, '');
}

async function addDump(archive: ArchiveWriter, url: string, scratch: string): Promise<void> {
  try {
    await dumpDatabase(url, scratch);
    await archive.addFile('database.dump', scratch);
  } finally {
    await rm(scratch, { force: true });
  }
}

async function addFolder(archive: ArchiveWriter, root: string, inside: string): Promise<void> {
  if (!existsSync(join(root, inside))) {
    return;
  }
  await archive.addFolder(inside);
  for (const entry of await readdir(join(root, inside), { withFileTypes: true })) {
    const path = join(inside, entry.name);
    if (entry.isDirectory()) {
      await addFolder(archive, root, path);
    } else if (entry.isFile()) {
      await archive.addFile(path, join(root, path));
    }
  }
}

async function makeMeter({ dataDir, onProgress }: BackupOptions): Promise<(bytes: number) => void> {
  const total =
    (await measureFolder(join(dataDir, 'postgres'))) + (await measureFolder(join(dataDir, 'files')));
  let done = 0;
  return (bytes) => {
    done += bytes;
    onProgress?.(Math.min(1, done / Math.max(1, total)));
  };
}
