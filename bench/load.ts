import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchCity } from './bench-city.ts';
import type { Driven, DriverSpec } from './http-driver.ts';

const run = promisify(execFile);
const LARGEST_OUTPUT = 256 * 1024 * 1024;

/** Each request of a bench has its own number, for keys and addresses. */
let nextNumber = 1;

export async function loadHttp(
  city: BenchCity,
  spec: Omit<DriverSpec, 'port' | 'firstNumber'> & { readonly firstNumber?: number },
): Promise<Driven> {
  const port = Number(new URL(city.server.url).port);
  const whole: DriverSpec = { firstNumber: nextNumber, ...spec, port };
  const driver = join(import.meta.dirname, 'http-driver.ts');
  const running = run(process.execPath, ['--import', 'tsx', driver], { maxBuffer: LARGEST_OUTPUT });
  running.child.stdin?.end(JSON.stringify(whole));
  const { stdout } = await running;
  const driven = JSON.parse(stdout) as Driven;
  nextNumber += driven.done + driven.failed + spec.connections;
  if (driven.failed > 0)
    process.stderr.write(`  ${driven.failed} of ${driven.done + driven.failed} requests failed\n`);
  return driven;
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function perSecond({ done, seconds }: Pick<Driven, 'done' | 'seconds'>): number {
  return done / seconds;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Debian's, wherever it lies; undefined where it is not installed. */
export function findPgbench(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':');
  return [...folders, '/usr/bin', '/usr/lib/postgresql/15/bin']
    .map((folder) => join(folder, 'pgbench'))
    .find((file) => existsSync(file));
}

/** Runs a statement as fast as the database alone can, on 16 connections; answers with how many a second. */
export async function loadDatabase(
  city: BenchCity,
  pgbench: string,
  statement: { readonly sql: string; readonly seconds: number; readonly most?: number },
): Promise<number> {
  const file = join(city.folder, 'statement.sql');
  await writeFile(file, statement.sql);
  const { most } = statement;
  const length =
    most === undefined ? ['-T', String(statement.seconds)] : ['-t', String(Math.floor(most / 16))];
  const options = ['-n', '-M', 'prepared', '-c', '16', '-j', '2', ...length, '-f', file, city.database];
  const { stdout } = await run(pgbench, options, { maxBuffer: LARGEST_OUTPUT });
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (tps === undefined) throw new Error(`pgbench said: ${stdout}`);
  return Number(tps);
}
