import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { schemaOf } from '../src/kernel/database/migration-source.ts';
import { findMigrations } from '../src/kernel/database/found-migrations.ts';
import { makeTemplate } from '../src/kernel/testing/template-database.ts';
import { startThrowAwayCluster } from '../src/kernel/testing/throw-away-cluster.ts';

/**
 * Writes the table types (`generated/database.ts`) from the migrations on the disk.
 * `--check` writes nothing and fails when the file is not what the migrations say.
 */
const TARGET = join(import.meta.dirname, '..', 'generated', 'database.ts');

const run = promisify(execFile);

async function generate(url: string): Promise<string> {
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

async function main(): Promise<void> {
  const cluster = await startThrowAwayCluster();
  try {
    await makeTemplate(cluster.url('postgres'), 'types');
    const text = await generate(cluster.url('types'));
    await (process.argv.includes('--check') ? check(text) : writeFile(TARGET, text));
  } finally {
    await cluster.destroy();
  }
}

async function check(text: string): Promise<void> {
  const present = await readFile(TARGET, 'utf8').catch(() => '');
  if (present !== text) {
    process.stderr.write('generated/database.ts is not what the migrations say. Run: npm run db:types\n');
    process.exitCode = 1;
  }
}

await main();
