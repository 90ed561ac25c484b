import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ReplayProblem } from './api.ts';

const count = z.int().min(0);
const quote = z.string().min(5).nullable();
const invented = { synthetic: z.literal(true), why: z.string().min(5) };
const code = z.string().min(1);

/** What of a whole a source counts apart; what it leaves over is "not stated in the source". */
const line = z.object({ code, count, quote });

/** A year of the citizens' voice as a city prints it. A block that its source does not have is left out. */
const voiceFile = z.object({
  year: z.int(),
  city: z.string(),
  source: z.object({ title: z.string(), note: z.string().optional() }),
  questions: z
    .object({
      count,
      quote,
      /** `under-review` stays without an outcome. */
      outcomes: z.array(line),
      /** Topics of the national classifier with their printed counts. */
      topics: z.array(line),
      /** How the questions without a printed topic are dealt out, where the source tells only how many topics there are. */
      topicShares: z.object({ ...invented, shares: z.record(code, z.number().positive()) }).optional(),
      /** How many questions an appeal raises: number → weight. */
      perAppeal: z.object({
        ...invented,
        weights: z.record(z.string().regex(/^\d{1,2}$/), z.number().positive()),
      }),
      /** Civil days until the outcome. */
      days: z.object({ ...invented, from: z.int().min(0), to: z.int().min(0) }),
      label: z.string().min(1),
    })
    .optional(),
  calls: z.object({ count, quote, label: z.string().min(1) }).optional(),
  requests: z
    .object({
      count,
      quote,
      channels: z.array(line),
      label: z.string().min(1),
      /** Which body answers: invented, for a city has to have answered. */
      unit: z.string(),
      subject: z.string(),
      body: z.string(),
      answer: z.string(),
    })
    .optional(),
  reception: z.object({ count, quote, outcomes: z.array(line), label: z.string().min(1) }).optional(),
});
export type VoiceFile = z.output<typeof voiceFile>;
export type VoiceLine = z.output<typeof line>;

/**
 * A city's own `file`, or that of the year among ours.
 * @throws ReplayProblem where there is no such file; Error where its parts exceed their whole.
 */
export function openVoiceYear(year: number, file?: string): VoiceFile {
  const path = file ?? join(import.meta.dirname, 'years', `voice-${year}.json`);
  if (!existsSync(path)) throw new ReplayProblem('noVoiceYear', { year });
  return readVoice(JSON.parse(readFileSync(path, 'utf8')));
}

export function readVoice(text: unknown): VoiceFile {
  const file = voiceFile.parse(text);
  const { questions, requests, reception } = file;
  checkSum('questions', questions?.count, questions?.outcomes);
  checkSum('topics', questions?.count, questions?.topics);
  checkSum('requests', requests?.count, requests?.channels);
  checkSum('reception', reception?.count, reception?.outcomes);
  return file;
}

function checkSum(name: string, whole: number | undefined, parts: readonly VoiceLine[] | undefined): void {
  const sum = (parts ?? []).reduce((all, { count: of }) => all + of, 0);
  if (sum > (whole ?? 0)) throw new Error(`The parts of ${name} add up to ${sum}, more than ${whole}`);
}
