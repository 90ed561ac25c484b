import { z } from 'zod';
import { formatNumber } from '../src/kernel/i18n/format-number.ts';
import { Api, ReplayProblem } from './api.ts';
import { readCheckpoint } from './checkpoint.ts';
import { planVoice, type VoicePlan } from './plan-voice.ts';
import type { Options } from './replay-options.ts';
import { checkSameDatabase, runReplay, stateFileOf } from './run-replay.ts';
import { scaleVoice } from './scale-voice.ts';
import type { Step } from './step.ts';
import type { Terminal } from './terminal.ts';
import { missingBlocks, voiceFiguresOf } from './voice-figures.ts';
import { openVoiceYear, type VoiceFile } from './voice-file.ts';

const members = z.object({
  members: z.array(
    z.object({ login: z.string(), unitCode: z.string(), roles: z.array(z.string()), active: z.boolean() }),
  ),
});

/** `npm run replay -- --system voice --year 2021`: the appeals, requests, calls and receptions of a year. */
export async function replayVoice(asked: Options, terminal: Terminal): Promise<number> {
  const file = openVoiceYear(asked.year, asked.file);
  const given = { ...asked, year: file.year };
  const api = new Api(given.url, given.token, () => terminal.say('waiting'));
  const stateFile = stateFileOf(given, `replay-voice-${given.year}.json`);
  const plan = `voice/${given.year}/${given.seed}/${given.scale}`;
  const kept = readCheckpoint(stateFile, plan);
  const without = await missingBlocks(api, file);
  const { questions, calls, requests, reception } = scaleVoice(file, given.scale);
  terminal.say('voiceStarts', {
    year: given.year,
    questions: formatNumber(questions.outcomes.count, 'uk'),
    calls: formatNumber(calls, 'uk'),
    requests: formatNumber(requests.count, 'uk'),
    reception: formatNumber(reception.count, 'uk'),
  });
  for (const block of without) terminal.say('voiceWithout', { block: terminal.word(`voiceBlocks.${block}`) });
  // A case has three deeds at most, so a third of the deeds are things that some figure counts.
  const figures = voiceFiguresOf(file, without);
  const wanted = Math.floor((kept?.deeds ?? 0) / 3);
  if (kept !== undefined) {
    await checkSameDatabase(api, kept, stateFile, given.year, figures, wanted);
    terminal.say('resumes', { date: kept.through });
  }
  const work: VoicePlan = {
    file,
    scale: given.scale,
    seed: given.seed,
    without,
    ...(await readDesks(api, file)),
  };
  const { total, steps } = takeSteps(work, given, kept?.through ?? '');
  return runReplay({ api, terminal, stateFile, given, plan, kept, total, steps, report: 'voice' });
}

/** The year has few deeds: it is planned at once, so that progress knows the whole. */
function takeSteps(
  work: VoicePlan,
  given: Options,
  after: string,
): { total: number; steps: readonly Step[] } {
  const all = [...planVoice(work, given.step)].filter(
    ({ through }) => through.slice(0, given.until.length) <= given.until,
  );
  const total = all.reduce((sum, { deeds }) => sum + deeds, 0);
  return { total, steps: all.filter(({ through }) => through > after) };
}

async function readDesks(
  api: Api,
  { requests }: VoiceFile,
): Promise<Pick<VoicePlan, 'registrars' | 'operators' | 'executors'>> {
  const found = await api.get('/api/queries/staff.list-members?limit=1000', members);
  const loginsOf = (role: string, unit?: string) =>
    found.members
      .filter(
        ({ active, roles, unitCode }) =>
          active && roles.includes(role) && (unit === undefined || unitCode === unit),
      )
      .map(({ login }) => login)
      .toSorted();
  const registrars = loginsOf('registrar');
  const operators = loginsOf('operator');
  const executors = requests === undefined ? [] : loginsOf('specialist', requests.unit);
  const noExecutors = requests !== undefined && executors.length === 0;
  if (registrars.length === 0 || operators.length === 0 || noExecutors)
    throw new ReplayProblem('noRegistrars');
  return { registrars, operators, executors };
}
