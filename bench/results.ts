import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

const FOLDER = join(import.meta.dirname, 'results');

interface Result {
  readonly measuredAt: string;
  readonly cores: number;
  /** Runnable processes in the minute before the bench and in its last one: a busy machine spoils figures. */
  readonly load: { readonly before: number; readonly after: number };
  readonly cases: number;
  readonly findings: readonly Finding[];
}

export function currentLoad(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

/** The newest earlier figure of each item. */
export async function readFormer(): Promise<readonly Finding[]> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).toSorted();
  const results = await Promise.all(
    files.map(async (name) => JSON.parse(await readFile(join(FOLDER, name), 'utf8')) as Result),
  );
  const newest = new Map(
    results.flatMap(({ findings }) => findings.map((finding) => [finding.item, finding])),
  );
  return [...newest.values()];
}

export async function writeResult(
  findings: readonly Finding[],
  run: { readonly at: Date; readonly cases: number; readonly loadBefore: number },
): Promise<string> {
  const cores = availableParallelism();
  const result: Result = {
    measuredAt: run.at.toISOString(),
    cores,
    load: { before: run.loadBefore, after: currentLoad() },
    cases: run.cases,
    findings,
  };
  const moment = run.at.toISOString().slice(0, 16).replace(':', '');
  const name = `${moment}-${cores}-cores.json`;
  await writeFile(join(FOLDER, name), `${JSON.stringify(result, null, 2)}\n`);
  return name;
}
