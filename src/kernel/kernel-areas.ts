import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationSource } from './database/migration-source.ts';

/** The kernel's folders that may have migrations/ and messages/, in the order their tables need each other. */
export const KERNEL_AREAS = [
  'database',
  'i18n',
  'clock',
  'calendar',
  'identity',
  'actions',
  'audit',
  'numbering',
  'cases',
  'figures',
  'files',
  'letters',
  'jobs',
  'http',
  'page',
  'registers',
  'sheets',
] as const;

/** Absolute folders of the kernel areas that are there: `messages/` is looked for in each. */
export function kernelFolders(): { readonly name: string; readonly folder: string }[] {
  return KERNEL_AREAS.map((name) => ({ name, folder: join(import.meta.dirname, name) })).filter(
    ({ folder }) => existsSync(folder),
  );
}

/** Migrations of the kernel, to be followed by those of the systems. */
export function kernelMigrations(): MigrationSource[] {
  return kernelFolders().map(({ name, folder }) => ({ system: `kernel/${name}`, folder }));
}
