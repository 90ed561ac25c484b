import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const note = z.object({ madeAt: z.coerce.date(), file: z.string(), bytes: z.number() });

/** What is known of the last backup: for the IT person's page, never for restoring. */
export type BackupNote = z.output<typeof note>;

function pathOf(dataDir: string): string {
  return join(dataDir, 'last-backup.json');
}

/** A backup that stands is not called failed because its note could not be written. */
export async function noteBackup(dataDir: string, made: BackupNote): Promise<void> {
  await writeFile(pathOf(dataDir), `${JSON.stringify(made)}\n`).catch(() => undefined);
}

/** Null where none was made from this folder, or the note is not readable. */
export async function readBackupNote(dataDir: string): Promise<BackupNote | null> {
  try {
    return note.parse(JSON.parse(await readFile(pathOf(dataDir), 'utf8')));
  } catch {
    return null;
  }
}
