import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { StartProblem } from './start-problem.ts';

/**
 * Whose migrations: `folder` is the folder of a system or of a kernel area; the files are
 * `<folder>/migrations/NNNN-name.sql`. `system` is the system's name, or `kernel/<area>`.
 */
export interface MigrationSource {
  readonly system: string;
  readonly folder: string;
}

export interface Migration {
  readonly system: string;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The schema that belongs to a source: `service-catalogue` has `service_catalogue`, kernel areas have `kernel`. */
export function schemaOf(source: MigrationSource): string {
  return source.system.split('/')[0]?.replaceAll('-', '_') ?? source.system;
}

export async function readMigrations(source: MigrationSource): Promise<Migration[]> {
  const folder = join(source.folder, 'migrations');
  if (!existsSync(folder)) {
    return [];
  }
  const files = (await readdir(folder)).filter((file) => !file.startsWith('.')).toSorted();
  return Promise.all(files.map((file) => readMigration(source.system, join(folder, file), file)));
}

async function readMigration(system: string, path: string, file: string): Promise<Migration> {
  if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(file)) {
    throw new StartProblem('migrationName', { file: path });
  }
  const sql = await readFile(path, 'utf8');
  const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
  return { system, name: file.slice(0, -'.sql'.length), sql, checksum };
}

export interface ReadSource extends MigrationSource {
  readonly schema: string;
  readonly migrations: readonly Migration[];
}

/**
 * Reads all sources in the order in which they must run: as given, but a system comes after the
 * systems whose schema its SQL names (`references service_catalogue.services`).
 */
export async function readSources(sources: readonly MigrationSource[]): Promise<ReadSource[]> {
  const read = await Promise.all(
    sources.map(async (source) => ({
      ...source,
      schema: schemaOf(source),
      migrations: await readMigrations(source),
    })),
  );
  return orderByNeed(read.filter((source) => source.migrations.length > 0));
}

export function orderByNeed(sources: readonly ReadSource[]): ReadSource[] {
  const ordered: ReadSource[] = [];
  const visited = new Set<ReadSource>();
  const visit = (source: ReadSource): void => {
    if (visited.has(source)) {
      return;
    }
    visited.add(source);
    sources.filter((other) => other.schema !== source.schema && names(source, other.schema)).forEach(visit);
    ordered.push(source);
  };
  sources.forEach(visit);
  return ordered;
}

function names(source: ReadSource, schema: string): boolean {
  const mention = new RegExp(`\\b${schema}\\.`);
  return source.migrations.some(({ sql }) => mention.test(sql.replaceAll(/--.*$/gm, '')));
}
