import { z } from 'zod';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { type ApplicationOutcome, readOutcomes } from '../applications/index.ts';
import { listRefusalReasons } from '../service-catalogue/index.ts';
import { type FiledPart, readParts } from './complex-store.ts';
import { expectDates } from './expect-dates.ts';
import { datedPart } from './part-view.ts';
import { PART_STATES } from './progress.ts';

const titled = z.object({ uk: z.string(), en: z.string() });

/** One part as its applicant and the desk read it. */
export const partView = z.object({
  no: z.int(),
  title: titled,
  state: z.enum(PART_STATES),
  body: z.string(),
  /** The part's own application. */
  caseId: z.uuid().nullable(),
  number: z.string().nullable(),
  /** When its result is due or expected; null where it cannot be told. */
  on: z.iso.date().nullable(),
  endedOn: z.iso.date().nullable(),
  /** What it waits for, or waited for in vain. */
  waitsFor: z.array(titled),
  reasons: z.array(z.object({ text: z.string(), article: z.string() })),
  note: z.string().nullable(),
  toMend: z.object({ reason: z.string(), cureBy: z.iso.date() }).nullable(),
  handedOut: z.boolean(),
});
export type PartView = z.output<typeof partView>;

export const wholeView = z.object({
  parts: z.array(partView),
  /** The one date as it is now; null when all has ended. */
  promise: z
    .object({ on: z.iso.date().nullable(), because: z.array(titled), standing: z.boolean() })
    .nullable(),
});
export type WholeView = z.output<typeof wholeView>;

/** All parts with their dates, outcomes and reasons, and the one promise. */
export async function readWholeView(tx: Transaction, caseId: string, now: Date): Promise<WholeView> {
  const parts = await readParts(tx, caseId);
  const ids = parts.flatMap(({ applicationId }) => applicationId ?? []);
  const outcomes = new Map((await readOutcomes(tx, ids)).map((one) => [one.caseId, one]));
  const reasons = new Map((await listRefusalReasons(tx)).map((reason) => [reason.code, reason]));
  const expected = await expectDates(tx, parts.map(datedPart), kyivDate(now));
  const titles = new Map(parts.map((part) => [part.no, titleOf(part)]));
  const named = (numbers: readonly number[]) => numbers.flatMap((no) => titles.get(no) ?? []);
  const open = parts.some(({ endedOn }) => endedOn === null);
  return {
    parts: parts.map((part) => ({
      ...viewPart(part, outcomes.get(part.applicationId ?? ''), reasons),
      on: expected.parts.get(part.no) ?? null,
      waitsFor: part.state === 'waiting' || part.state === 'blocked' ? named(waitedFor(part, parts)) : [],
    })),
    promise: open
      ? { on: expected.on, because: named(expected.because), standing: expected.standing.length > 0 }
      : null,
  };
}

function titleOf({ title, titleEn }: FiledPart) {
  return { uk: title, en: titleEn === '' ? title : titleEn };
}

function waitedFor(part: FiledPart, parts: readonly FiledPart[]): readonly number[] {
  return part.dependsOn.filter((no) => parts.some((other) => other.no === no && other.state !== 'granted'));
}

type Reasons = ReadonlyMap<string, { readonly text: string; readonly article: string }>;

function viewPart(part: FiledPart, outcome: ApplicationOutcome | undefined, reasons: Reasons) {
  return {
    no: part.no,
    title: titleOf(part),
    state: part.state,
    body: part.filed?.unitName ?? part.providerName,
    caseId: part.applicationId,
    number: part.filed?.number ?? null,
    endedOn: part.endedOn,
    reasons: (outcome?.reasons ?? []).map((code) => {
      const { text, article } = reasons.get(code) ?? { text: code, article: '' };
      return { text, article };
    }),
    note: outcome?.note ?? null,
    toMend: outcome?.toMend ?? null,
    handedOut: typeof outcome?.handedOutOn === 'string',
  };
}
