import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { errorCode } from '../start-problem.ts';
import type { ArchiveWriter } from './archive.ts';

/** Folders whose content belongs to the running server alone; they are kept empty. */
const EMPTIED: readonly string[] = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|\.s\.PGSQL.*|pgsql_tmp.*|pg_internal\.init.*|backup_label.*|tablespace_map.*)$/;

/** Goes last, as PostgreSQL's own tool does: it must not be newer than the files it speaks of. */
const CONTROL = 'global/pg_control';

/**
 * The low-level base backup of a running cluster: between `pg_backup_start` and `pg_backup_stop` the
 * files are copied as they are, then the WAL written meanwhile, which makes them whole on the first
 * start. A temporary replication slot keeps that WAL from being recycled. What was committed before
 * the call is in it.
 */
export async function copyCluster(
  owner: pg.ClientBase,
  folder: string,
  archive: ArchiveWriter,
): Promise<void> {
  await owner.query(`select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)`);
  const { rows: started } = await owner.query<{ segment: string }>(
    `select pg_walfile_name(pg_backup_start('prozoryi-ofis', fast => true)) as segment`,
  );
  await copyFolder(folder, '', archive);
  await addIfThere(archive, CONTROL, join(folder, CONTROL));
  const { rows: stopped } = await owner.query<{ segment: string; labelfile: string }>(
    'select pg_walfile_name(lsn) as segment, labelfile from pg_backup_stop(wait_for_archive => false)',
  );
  const stop = stopped[0];
  await archive.addText('postgres/backup_label', stop?.labelfile ?? '');
  const segments = await walBetween(join(folder, 'pg_wal'), started[0]?.segment ?? '', stop?.segment ?? '');
  for (const segment of segments) {
    await archive.addFile(`postgres/pg_wal/${segment}`, join(folder, 'pg_wal', segment));
  }
  await archive.addFolder('postgres/pg_wal/archive_status');
  await archive.addFolder('postgres/pg_wal/summaries');
}

async function copyFolder(root: string, inside: string, archive: ArchiveWriter): Promise<void> {
  await archive.addFolder(join('postgres', inside));
  if (EMPTIED.includes(inside)) {
    return;
  }
  for (const entry of await readdir(join(root, inside), { withFileTypes: true })) {
    const path = join(inside, entry.name);
    if (LEFT_OUT.test(entry.name) || path === CONTROL) {
      continue;
    }
    if (entry.isDirectory()) {
      await copyFolder(root, path, archive);
    } else if (entry.isFile()) {
      await addIfThere(archive, path, join(root, path));
    }
  }
}

/** A table dropped meanwhile takes its files along; the WAL knows of it. */
async function addIfThere(archive: ArchiveWriter, inside: string, path: string): Promise<void> {
  try {
    await archive.addFile(join('postgres', inside), path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      throw error;
    }
  }
}

/** Names of WAL segments sort as they follow each other (one timeline). */
async function walBetween(folder: string, first: string, last: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last).toSorted();
}

/** Bytes below a folder, roughly: for the progress only. */
export async function measureFolder(folder: string): Promise<number> {
  if (!existsSync(folder)) {
    return 0;
  }
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  let total = 0;
  for (const entry of entries) {
    if (entry.isFile() && !entry.parentPath.includes('pg_wal')) {
      total += (await stat(join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0;
    }
  }
  return total;
}
