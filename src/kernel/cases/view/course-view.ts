import { z } from 'zod';
import type { OpenedCase } from '../index.ts';
import { HOLDER_KINDS } from '../case-event.ts';

const holderKind = z.enum(HOLDER_KINDS);

/** How a case went: its events, and whose days they were. Names of bodies, never of applicants. */
export const courseView = z.object({
  events: z.array(
    z.object({
      seq: z.int(),
      type: z.string(),
      at: z.date(),
      state: z.string(),
      holderKind,
      /** The body's short name. */
      holder: z.string().nullable(),
      actor: z.string().nullable(),
      /** Why the date moved by itself, in the words of whoever changed the calendar. */
      why: z.string().nullable(),
    }),
  ),
  ledger: z.array(
    z.object({ holderKind, holder: z.string().nullable(), from: z.date(), to: z.date(), days: z.int() }),
  ),
  /** Sum of the ledger's days. */
  days: z.int(),
});
export type Course = z.output<typeof courseView>;

/** A step of the explanation of a term: `text` is a message of the kernel's clock. */
export const stepView = z.object({
  date: z.iso.date().nullable(),
  text: z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  article: z.string().nullable(),
});
export type StepView = z.output<typeof stepView>;

export function viewSteps(steps: OpenedCase['steps']) {
  return steps.map(({ date, text, article }) => ({
    date,
    text: { key: text.key, params: { ...text.params } },
    article,
  }));
}
