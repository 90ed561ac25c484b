import { formatNumber } from '../src/kernel/i18n/format-number.ts';
import { Api } from './api.ts';
import { readCheckpoint } from './checkpoint.ts';
import { openYear } from './open-year.ts';
import { planYear } from './plan-year.ts';
import type { DayPlan } from './planned-deed.ts';
import { readCity } from './read-city.ts';
import { type Options, readOptions } from './replay-options.ts';
import { replayVoice } from './replay-voice.ts';
import { checkSameDatabase, runReplay, stateFileOf } from './run-replay.ts';
import { scaleYear } from './scale-year.ts';
import { stepsOf } from './step.ts';
import { runCommand, type Terminal } from './terminal.ts';

/** `npm run replay -- --year 2020`: brings a printed year into a running server through its HTTP API. */
await runCommand(async (terminal) => {
  const given = readOptions();
  if (given === undefined) {
    terminal.say('usage');
    return 2;
  }
  return given.system === 'voice' ? replayVoice(given, terminal) : replay(given, terminal);
});

async function replay(given: Options, terminal: Terminal): Promise<number> {
  const file = openYear(given.year);
  const api = new Api(given.url, given.token, () => terminal.say('waiting'));
  const stateFile = stateFileOf(given, `replay-${given.year}.json`);
  const plan = `${given.year}/${given.seed}/${given.scale}`;
  const city = await readCity(api, file);
  const kept = readCheckpoint(stateFile, plan);
  if (kept !== undefined) await checkSameDatabase(api, kept, stateFile, given.year, ['queue.visitors']);
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
  const steps = stepsOf(wanted, given.step);
  return runReplay({ api, terminal, stateFile, given, plan, kept, total: visitors, steps, report: 'report' });
}

function* takeDays(days: Iterable<DayPlan>, after: string, until: string): Generator<DayPlan> {
  for (const day of days) {
    // A month stands for its last day.
    if (day.date.slice(0, until.length) > until) return;
    if (day.date > after) yield day;
  }
}
