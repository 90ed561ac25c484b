import { resolve } from 'node:path';
import { z } from 'zod';
import { type Api, ReplayProblem } from './api.ts';
import { type Checkpoint, writeCheckpoint } from './checkpoint.ts';
import { Progress } from './progress.ts';
import type { Options } from './replay-options.ts';
import { type Refused, runSteps } from './run-steps.ts';
import type { Step } from './step.ts';
import type { Terminal } from './terminal.ts';

const REFUSALS_SHOWN = 20;

interface Replay {
  readonly api: Api;
  readonly terminal: Terminal;
  readonly stateFile: string;
  readonly given: Options;
  readonly plan: string;
  readonly kept: Checkpoint | undefined;
  /** What the whole year has of that by which the steps count their progress. */
  readonly total: number;
  readonly steps: Iterable<Step>;
  /** The page where the year can be read: `report` of `/report/2020`. */
  readonly report: string;
}

/** Sends the steps, keeps how far it came, tells the refusals. Exit code 1 where a deed was refused. */
export async function runReplay(work: Replay): Promise<number> {
  const { terminal, given, kept } = work;
  const state = { deeds: kept?.deeds ?? 0, visitors: kept?.visitors ?? 0 };
  const share = () => state.visitors / Math.max(1, work.total);
  const progress = new Progress(terminal, share(), kept?.through ?? `${given.year}-01-01`);
  const refused: Refused[] = [];
  await runSteps(work.api, work.steps, {
    onDone: (deeds) => progress.add(deeds, share()),
    onRefused: (one) => void refused.push(one),
    onStep: (step) => {
      state.deeds += step.deeds;
      state.visitors += step.visitors;
      progress.reached(step.through);
      writeCheckpoint(work.stateFile, { plan: work.plan, url: given.url, through: step.through, ...state });
    },
  });
  for (const { action, key, sentence } of refused.slice(0, REFUSALS_SHOWN))
    terminal.say('refused', { action, key, sentence });
  if (refused.length > REFUSALS_SHOWN)
    terminal.say('refusedMore', { count: refused.length - REFUSALS_SHOWN });
  const { url, year } = given;
  terminal.say('done', { ...progress.summary(), url, report: work.report, year });
  return refused.length === 0 ? 0 : 1;
}

export function stateFileOf({ state }: Options, name: string): string {
  return resolve(state ?? `${process.env['DATA_DIR'] ?? './data'}/${name}`);
}

/**
 * A file that outlived its database would let the replay skip what is not there: the figures must
 * count at least `wanted` things through the checkpoint's day.
 */
export async function checkSameDatabase(
  api: Api,
  kept: Checkpoint,
  file: string,
  year: number,
  figures: readonly string[],
  wanted = kept.visitors,
): Promise<void> {
  let counted = 0;
  for (const figure of figures) {
    const path = `/api/figures/${figure}?from=${year}-01-01&to=${kept.through}`;
    counted += (await api.get(path, z.object({ value: z.number().nullable() }))).value ?? 0;
  }
  if (counted < wanted) throw new ReplayProblem('otherDatabase', { file });
}
