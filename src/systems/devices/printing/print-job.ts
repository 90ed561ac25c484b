import type { Printed } from './send-to-printer.ts';

export const JOB_STATES = ['waiting', 'sending', 'printed', 'doubtful', 'given-up'] as const;
export type PrintJobState = (typeof JOB_STATES)[number];

export const PAPERS = ['ticket', 'receipt', 'test'] as const;
export type Paper = (typeof PAPERS)[number];

/** Longer than this after it was asked for, a paper is of no use: the person has gone. */
const USEFUL_MS: Readonly<Record<Paper, number>> = {
  ticket: 5 * 60_000,
  receipt: 60 * 60_000,
  test: 5 * 60_000,
};

/** Seconds before the next attempt; somebody is changing the roll. */
const PAUSES_S = [2, 3, 5, 10, 15];
const LAST_PAUSE_S = 30;

export interface PrintEnd {
  readonly state: PrintJobState;
  readonly trouble: Exclude<Printed, 'printed'> | null;
  /** When to try again; null = never by itself. */
  readonly dueAt: Date | null;
}

/**
 * What becomes of a job after an attempt. Where nothing was sent it waits and is tried again; where all
 * was sent and not acknowledged it is `doubtful`: it may be on paper, and a second paper is asked for by
 * a person, never by a machine.
 */
export function endAttempt(
  /** `attempts` counts the one that has just ended. */
  job: { readonly what: Paper; readonly askedAt: Date; readonly attempts: number },
  printed: Printed,
  now: Date,
): PrintEnd {
  if (printed === 'printed') return { state: 'printed', trouble: null, dueAt: null };
  if (printed === 'silent') return { state: 'doubtful', trouble: 'silent', dueAt: null };
  const dueAt = new Date(now.getTime() + (PAUSES_S[job.attempts - 1] ?? LAST_PAUSE_S) * 1000);
  const isUseful = dueAt.getTime() - job.askedAt.getTime() <= USEFUL_MS[job.what];
  return isUseful
    ? { state: 'waiting', trouble: printed, dueAt }
    : { state: 'given-up', trouble: printed, dueAt: null };
}
