import { type Api, BATCH_LIMIT, type Entry, sentenceOf } from './api.ts';
import type { KeyedDeed, PlannedRating } from './planned-deed.ts';
import type { Step } from './step.ts';

export interface Refused {
  readonly action: string;
  readonly key: string;
  readonly sentence: string;
}

export interface Watch {
  /** So many more deeds were answered. */
  onDone(deeds: number): void;
  onRefused(refused: Refused): void;
  /** Everything up to and with this step is with the server. */
  onStep(step: Step): void;
}

/**
 * Sends the steps one after another. While the first deeds of a step go out, so do the later deeds of
 * the step before: those of one need nothing of the other, and the server's number books, which a
 * batch locks until its end, are each in one stream.
 */
export async function runSteps(api: Api, steps: Iterable<Step>, watch: Watch): Promise<void> {
  const codes = new Map<string, string>();
  let before: Step | undefined;
  for (const step of steps) {
    await sendRound(api, step.first, before, codes, watch);
    if (before !== undefined) watch.onStep(before);
    before = step;
  }
  if (before === undefined) return;
  await sendRound(api, [], before, codes, watch);
  watch.onStep(before);
}

/** `before`'s later deeds beside `first`. Codes of tickets are kept until their ratings are sent. */
async function sendRound(
  api: Api,
  first: readonly (readonly KeyedDeed[])[],
  before: Step | undefined,
  codes: Map<string, string>,
  watch: Watch,
): Promise<void> {
  const ratings = before?.ratings.flatMap((rating) => rateDeed(rating, codes) ?? []) ?? [];
  codes.clear();
  const streams = [...first, ...(before?.second ?? []), ratings];
  await Promise.all(streams.map((stream) => sendStream(api, stream, codes, watch)));
}

/** A visit whose ticket was refused has no code: the ticket's own refusal was told. */
function rateDeed({ key, at, ticketId, ...marks }: PlannedRating, codes: ReadonlyMap<string, string>) {
  const code = codes.get(ticketId);
  return code === undefined
    ? undefined
    : { key, at, action: 'ratings.rate-visit', input: { code, ...marks } };
}

async function sendStream(
  api: Api,
  stream: readonly KeyedDeed[],
  codes: Map<string, string>,
  watch: Watch,
): Promise<void> {
  for (let from = 0; from < stream.length; from += BATCH_LIMIT) {
    const batch = stream.slice(from, from + BATCH_LIMIT);
    const entries = await api.send(batch);
    for (const [index, entry] of entries.entries()) lookAt(entry, batch[index], codes, watch);
    watch.onDone(batch.length);
  }
}

function lookAt(entry: Entry, deed: KeyedDeed | undefined, codes: Map<string, string>, watch: Watch): void {
  if (deed === undefined) return;
  if (entry.status !== 200) {
    const { action, key } = deed;
    return watch.onRefused({ action, key, sentence: sentenceOf(entry.problem, entry.status) });
  }
  if (deed.action !== 'queue.take-ticket') return;
  const { output } = entry;
  if (typeof output !== 'object' || output === null || !('ticketId' in output) || !('code' in output)) return;
  if (typeof output.ticketId === 'string' && typeof output.code === 'string')
    codes.set(output.ticketId, output.code);
}
