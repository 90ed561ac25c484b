import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ReplayProblem } from './api.ts';

const checkpoint = z.object({
  /** Year, seed and scale. */
  plan: z.string(),
  url: z.string(),
  /** All deeds up to this day were answered by the server. */
  through: z.iso.date(),
  deeds: z.int().min(0),
  visitors: z.int().min(0),
});
export type Checkpoint = z.output<typeof checkpoint>;

/** How far an earlier run came. @throws ReplayProblem for the file of another plan. */
export function readCheckpoint(file: string, plan: string): Checkpoint | undefined {
  if (!existsSync(file)) return undefined;
  const kept = checkpoint.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (kept.plan !== plan) throw new ReplayProblem('otherPlan', { file, plan: kept.plan });
  return kept;
}

/** In one rename, so that a kill leaves the old file or the new one. */
export function writeCheckpoint(file: string, kept: Checkpoint): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(kept));
  renameSync(`${file}.new`, file);
}
