import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { z } from 'zod';
import { formatNumber } from '../src/kernel/i18n/format-number.ts';
import { Api, ReplayProblem } from './api.ts';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { planYear } from './plan-year.ts';
import type { DayPlan } from './planned-deed.ts';
import { Progress } from './progress.ts';
import { readCity } from './read-city.ts';
import { openYear } from './open-year.ts';
import { type Refused, runSteps } from './run-steps.ts';
import { scaleYear } from './scale-year.ts';
import { stepsOf } from './step.ts';
import { runCommand, type Terminal } from './terminal.ts';

const REFUSALS_SHOWN = 20;

const options = z.object({
  year: z.coerce.number().int().default(2020),
  url: z.url().default('http://localhost:3000'),
  token: z.string().default(process.env['REPLAY_TOKEN'] ?? 'demo-integrator'),
  scale: z.coerce.number().positive().max(10).default(1),
  seed: z.coerce.number().int().default(1),
  /** The last day or month. */
  until: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .default('9999-12'),
  state: z.string().optional(),
  /** How many deeds lie between two checkpoints: a day or two of the busy season, held in memory. */
  step: z.coerce.number().int().positive().default(6_000),
});
type Options = z.output<typeof options>;

/** `npm run replay -- --year 2020`: brings a printed year into a running server through its HTTP API. */
await runCommand(async (terminal) => {
  const given = readOptions();
  if (given === undefined) {
    terminal.say('usage');
    return 2;
  }
  return replay(given, terminal);
});

function readOptions(): Options | undefined {
  try {
    const type = 'string' as const;
    const { values } = parseArgs({
      options: {
        year: { type },
        url: { type },
        token: { type },
        scale: { type },
        seed: { type },
        until: { type },
        state: { type },
        step: { type },
      },
    });
    return options.parse(values);
  } catch {
    return undefined;
  }
}

async function replay(given: Options, terminal: Terminal): Promise<number> {
  const file = openYear(given.year);
  const api = new Api(given.url, given.token, () => terminal.say('waiting'));
  const stateFile = resolve(
    given.state ?? `${process.env['DATA_DIR'] ?? './data'}/replay-${given.year}.json`,
  );
  const plan = `${given.year}/${given.seed}/${given.scale}`;
  const city = await readCity(api, file);
  const kept = readCheckpoint(stateFile, plan);
  if (kept !== undefined) await checkSameDatabase(api, kept, stateFile, given.year);
  const counts = scaleYear(file, given.scale);
  const { visitors, applications } = counts;
  terminal.say('starts', {
    year: given.year,
    visitors: formatNumber(visitors, 'uk'),
    applications: formatNumber(applications, 'uk'),
  });
  if (kept !== undefined) terminal.say('resumes', { date: kept.through });
  const days = planYear({ file, city, scale: given.scale, seed: given.seed });
  const wanted = takeDays(days, kept?.through ?? '', given.until);
  return run({ api, terminal, stateFile, given, plan, kept, visitors, wanted });
}

function* takeDays(days: Iterable<DayPlan>, after: string, until: string): Generator<DayPlan> {
  for (const day of days) {
    // A month stands for its last day.
    if (day.date.slice(0, until.length) > until) return;
    if (day.date > after) yield day;
  }
}

async function run(work: {
  readonly api: Api;
  readonly terminal: Terminal;
  readonly stateFile: string;
  readonly given: Options;
  readonly plan: string;
  readonly kept: Checkpoint | undefined;
  readonly visitors: number;
  readonly wanted: Iterable<DayPlan>;
}): Promise<number> {
  const { terminal, given, kept } = work;
  const state = { deeds: kept?.deeds ?? 0, visitors: kept?.visitors ?? 0 };
  const share = () => state.visitors / Math.max(1, work.visitors);
  const progress = new Progress(terminal, share(), kept?.through ?? `${given.year}-01-01`);
  const refused: Refused[] = [];
  await runSteps(work.api, stepsOf(work.wanted, given.step), {
    onDone: (deeds) => progress.add(deeds, share()),
    onRefused: (one) => void refused.push(one),
    onStep: (step) => {
      state.deeds += step.deeds;
      state.visitors += step.visitors;
      progress.reached(step.through);
      const { deeds, visitors } = state;
      writeCheckpoint(work.stateFile, {
        plan: work.plan,
        url: given.url,
        through: step.through,
        deeds,
        visitors,
      });
    },
  });
  for (const { action, key, sentence } of refused.slice(0, REFUSALS_SHOWN))
    terminal.say('refused', { action, key, sentence });
  if (refused.length > REFUSALS_SHOWN)
    terminal.say('refusedMore', { count: refused.length - REFUSALS_SHOWN });
  terminal.say('done', { ...progress.summary(), url: given.url, year: given.year });
  return refused.length === 0 ? 0 : 1;
}

/** A file that outlived its database would let the replay skip what is not there. */
async function checkSameDatabase(api: Api, kept: Checkpoint, file: string, year: number): Promise<void> {
  const query = `from=${year}-01-01&to=${kept.through}`;
  const { value } = await api.get(
    `/api/figures/queue.visitors?${query}`,
    z.object({ value: z.number().nullable() }),
  );
  if ((value ?? 0) < kept.visitors) throw new ReplayProblem('otherDatabase', { file });
}
