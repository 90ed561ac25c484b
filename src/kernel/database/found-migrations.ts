import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { kernelMigrations } from '../kernel-areas.ts';
import type { MigrationSource } from './migration-source.ts';

/** Migrations of the kernel and of every system folder on the disk, for tools and tests that know no manifest. */
export function findMigrations(): MigrationSource[] {
  const systems = join(import.meta.dirname, '..', '..', 'systems');
  const folders = readdirSync(systems, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [
    ...kernelMigrations(),
    ...folders
      .map(({ name }) => ({ system: name, folder: join(systems, name) }))
      .toSorted((a, b) => a.system.localeCompare(b.system, 'en')),
  ];
}
