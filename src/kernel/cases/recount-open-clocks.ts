import { isDeepStrictEqual } from 'node:util';
import { SYSTEM_ACTOR } from '../actions/actor.ts';
import type { Deed } from '../actions/define.ts';
import { forgetCalendar } from '../calendar/load-calendar.ts';
import { forgetTermRules } from '../clock/load-rules.ts';
import type { Transaction } from '../database/database.ts';
import { enqueue, type TaskQueue } from '../jobs/task.ts';
import { type CaseClock, MAIN_CLOCK, recountClock, type TermLaw } from './case-clock.ts';
import { holderOf } from './case-event.ts';
import { type CaseInHand, lockOpenCases, readClocksOf } from './lock-case.ts';
import { loadTermLaw } from './term-law.ts';
import { saveClocks, writeEvent } from './write-event.ts';

/** The event by which a timeline tells that its date moved though nobody touched the case. */
export const TERM_RECOUNTED = 'term-recounted';

const QUEUE = 'cases.recount-open-clocks';
/** Cases locked together: a clerk who acts on one of them waits no longer than their counting. */
const BATCH = 200;
/** Other processes keep the former calendar for two seconds; cases they open meanwhile are recounted too. */
const PAUSE_MS = 3_000;

interface Recount {
  /** Why, in the words of whoever changed the calendar. */
  readonly reason: string;
  /** Cases up to this id are done. */
  readonly after: string | null;
}

/** Leaves the recount of all open cases' terms for a job: to be called by a deed that changes how days are counted. */
export async function recountOpenClocksLater(
  deed: Pick<Deed, 'tx' | 'recordedAt'>,
  reason: string,
): Promise<void> {
  const recount: Recount = { reason, after: null };
  await enqueue(deed, QUEUE, recount, new Date(deed.recordedAt.getTime() + PAUSE_MS));
}

/** One batch a transaction; what is left becomes the next task in the same transaction. */
export const recountQueue: TaskQueue = {
  name: QUEUE,
  async work(tx, data, now) {
    const recount = readRecount(data);
    const after = await recountOpenClocks(tx, { ...recount, now, limit: BATCH });
    if (after !== null) await enqueue({ tx, recordedAt: now }, QUEUE, { ...recount, after });
  },
};

/**
 * Counts the running and standing clocks of open cases anew, in the order of ids after `after`.
 * Where a date moved the timeline tells it with the reason. Returns the last id, or null at the end.
 */
export async function recountOpenClocks(
  tx: Transaction,
  { reason, after, now, limit }: Recount & { readonly now: Date; readonly limit: number },
): Promise<string | null> {
  forgetCalendar();
  forgetTermRules();
  const law = await loadTermLaw(tx);
  const cases = await lockOpenCases(tx, after, limit);
  const clocks = await readClocksOf(
    tx,
    cases.map(({ id }) => id),
  );
  for (const before of cases) {
    await recountCase(tx, before, clocks.get(before.id) ?? [], { law, reason, now });
  }
  return cases.length < limit ? null : (cases.at(-1)?.id ?? null);
}

async function recountCase(
  tx: Transaction,
  before: CaseInHand,
  clocks: readonly CaseClock[],
  { law, reason, now }: { readonly law: TermLaw; readonly reason: string; readonly now: Date },
): Promise<void> {
  const recounted = clocks
    .filter(({ stoppedOn }) => stoppedOn === null)
    .map((clock) => ({ was: clock, is: recountClock(clock, law) }))
    .filter(({ was, is }) => !isDeepStrictEqual(was, is));
  if (recounted.length === 0) return;
  const changed = recounted.map(({ is }) => is);
  const moved = recounted.find(({ was, is }) => was.dueOn !== is.dueOn);
  const main = changed.find(({ name }) => name === MAIN_CLOCK);
  // The same date by another way (a holiday that is worked now): only the explanation changes.
  if (moved === undefined) return saveClocks(tx, before.id, changed, main);
  const at = now < before.lastEventAt ? before.lastEventAt : now;
  const { is, was } = moved;
  const deed = { tx, actor: SYSTEM_ACTOR, recordedAt: at };
  await writeEvent(deed, {
    before,
    change: {
      event: TERM_RECOUNTED,
      data: { reason, clockName: is.name, dueBefore: was.dueOn, dueOn: is.dueOn },
    },
    state: before.state,
    isOpen: true,
    at,
    holder: holderOf(before.holderKind, before.holderUnitId),
    clocks: changed,
    stopOn: null,
    clockState: before.clockState,
    dueOn: main === undefined ? before.dueOn : main.dueOn,
    internalDueOn: main === undefined ? before.internalDueOn : main.internalDueOn,
  });
}

function readRecount(data: unknown): Recount {
  if (typeof data !== 'object' || data === null || !('reason' in data) || !('after' in data))
    throw new TypeError('a recount has a reason and a place');
  const { reason, after } = data;
  if (typeof reason !== 'string' || (after !== null && typeof after !== 'string'))
    throw new TypeError('a recount has a reason and a place');
  return { reason, after };
}
