import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findMigrations } from '../src/kernel/database/found-migrations.ts';
import { schemaOf } from '../src/kernel/database/migration-source.ts';

export const TYPES_FILE = join(import.meta.dirname, '..', 'generated', 'database.ts');

const run = promisify(execFile);

/** The text of `generated/database.ts` for a migrated database. */
export async function generateTypes(url: string): Promise<string> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('kysely-codegen')), 'cli', 'bin.js');
  const folder = await mkdtemp(join(tmpdir(), 'prozoryi-types-'));
  const file = join(folder, 'database.ts');
  const schemas = [...new Set(findMigrations().map(schemaOf))];
  try {
    await run(process.execPath, [
      cli,
      '--dialect=postgres',
      `--url=${url}`,
      `--out-file=${file}`,
      '--date-parser=string',
      '--numeric-parser=string',
      '--default-schema=public',
      `--include-pattern=(${schemas.join('|')}).*`,
      '--type-mapping={"int8":"number"}',
      '--log-level=error',
    ]);
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
