import type { RawBuilder } from 'kysely';
import type { Deed } from '../actions/define.ts';
import { Refusal } from '../actions/refusal.ts';
import { kyivDate } from '../calendar/kyiv-time.ts';
import type { TermStep } from '../clock/term.ts';
import { type CaseClock, changeClock, type ClockChange, clockStateOf, MAIN_CLOCK } from './case-clock.ts';
import { type ClockState, type EventData, type Holder, holderOf } from './case-event.ts';
import type { CaseKind } from './case-kind.ts';
import { mayMove } from './case-state.ts';
import { tellParent } from './case-parts.ts';
import { momentOf } from './deed-moment.ts';
import { type CaseInHand, lockCase, readClocks } from './lock-case.ts';
import type { CaseTerm } from './new-case.ts';
import { loadTermLaw, startTerms } from './term-law.ts';
import { writeEvent } from './write-event.ts';

/** What happens to a case. What is left out stays as it is. */
export interface CaseChange {
  /** Type of the event: `taken`, `handed-over`. */
  readonly event: string;
  /** A move to the state the case is in is refused: two who take one case are not both right. */
  readonly to?: string;
  /** Who holds the case from now on; without it a case that leaves open work is held by nobody. */
  readonly holder?: Holder;
  /** `null`: it waits for somebody of the unit to take it. */
  readonly executorId?: string | null;
  readonly unitId?: string;
  readonly outcome?: string;
  /** Words for lists, where they are known better now. */
  readonly title?: string;
  /** Of the main clock, or of a named one; several where one deed touches more of them. */
  readonly clock?: NamedClockChange | readonly NamedClockChange[];
  /** Clocks that begin with this deed, by their names. */
  readonly startTerms?: Readonly<Record<string, CaseTerm>>;
  /** Who helps the executor from now on, and who does no longer. */
  readonly coExecutors?: { readonly add?: readonly string[]; readonly remove?: readonly string[] };
  readonly data?: EventData;
  /** The system's own rows beside the case, written in the same statement: inserts or updates. */
  readonly beside?: RawBuilder<unknown> | readonly RawBuilder<unknown>[];
}

export type NamedClockChange = ClockChange & { readonly name?: string };

export interface AdvancedCase {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly isOpen: boolean;
  /** The case as it was found under the lock. */
  readonly before: CaseInHand;
  readonly dueOn: string | null;
  readonly internalDueOn: string | null;
  /** The explanation of the changed clock; empty where no clock changed. */
  readonly steps: readonly TermStep[];
}

/**
 * Locks the case, checks the move against the kind's transitions, and writes event and case in one
 * statement. Given as a function, the change sees the case under the lock: the place to refuse
 * who may not act on it. All clocks stop when the case leaves open work.
 * @throws Refusal where the kind, the clock or the order of events does not allow it.
 */
export async function advanceCase(
  deed: Deed,
  kind: CaseKind,
  caseId: string,
  change: CaseChange | ((found: CaseInHand) => CaseChange),
): Promise<AdvancedCase> {
  const before = await lockCase(deed, kind, caseId);
  const wanted = typeof change === 'function' ? change(before) : change;
  const state = wanted.to ?? before.state;
  if (wanted.to !== undefined && !mayMove(kind, before.state, wanted.to)) {
    throw cannotMove(kind, before.state, state);
  }
  const at = momentOf(deed, before.lastEventAt);
  const isOpen = kind.open.includes(state);
  const on = kyivDate(at);
  const justStops = wanted.clock === undefined && !isOpen && runsAlone(before);
  const clocks = justStops ? [] : await changedClocks(deed, before, wanted.clock, isOpen, on);
  const main = clocks.find(({ name }) => name === MAIN_CLOCK);
  const dates = main ?? before;
  await writeEvent(deed, {
    before,
    change: wanted,
    state,
    isOpen,
    at,
    clocks,
    newClocks: await startTerms(deed.tx, wanted.startTerms ?? {}, { startedOn: on, startedAt: at }),
    stopOn: justStops ? on : null,
    clockState: clockStateAfter(before, main, justStops),
    dueOn: dates.dueOn,
    internalDueOn: dates.internalDueOn,
    holder: holderAfter(before, wanted, isOpen),
  });
  if (before.parentId !== null) await tellParent(deed, before.parentId);
  const { id, number } = before;
  const { dueOn, internalDueOn } = dates;
  return { id, number, state, isOpen, before, dueOn, internalDueOn, steps: clocks[0]?.steps ?? [] };
}

/** Its one clock runs: stopping it changes no date, so nothing need be counted again. */
function runsAlone({ isOpen, clockState, hasOtherClocks }: CaseInHand): boolean {
  return isOpen && clockState === 'running' && !hasOtherClocks;
}

function clockStateAfter(before: CaseInHand, main: CaseClock | undefined, justStops: boolean): ClockState {
  if (justStops) return 'stopped';
  return main === undefined ? before.clockState : clockStateOf(main);
}

type WithClock = Omit<CaseChange, 'clock'>;

/** The clock stands from the day of the deed. `reason` is a message key or the clerk's own words. */
export function pauseClock(
  deed: Deed,
  kind: CaseKind,
  caseId: string,
  pause: { readonly reason: string; readonly article: string },
  change: WithClock | ((found: CaseInHand) => WithClock),
): Promise<AdvancedCase> {
  return advanceWithClock(deed, kind, caseId, { type: 'pause', ...pause }, change);
}

/** The clock runs again from the day of the deed; the days it stood do not count. */
export function resumeClock(
  deed: Deed,
  kind: CaseKind,
  caseId: string,
  change: WithClock | ((found: CaseInHand) => WithClock),
): Promise<AdvancedCase> {
  return advanceWithClock(deed, kind, caseId, { type: 'resume' }, change);
}

/** The term is kept: the clock stops for good, its dates stay for the record. */
export function stopClock(
  deed: Deed,
  kind: CaseKind,
  caseId: string,
  change: WithClock | ((found: CaseInHand) => WithClock),
): Promise<AdvancedCase> {
  return advanceWithClock(deed, kind, caseId, { type: 'stop' }, change);
}

function advanceWithClock(
  deed: Deed,
  kind: CaseKind,
  caseId: string,
  clock: ClockChange,
  change: WithClock | ((found: CaseInHand) => WithClock),
): Promise<AdvancedCase> {
  return advanceCase(deed, kind, caseId, (found) => ({
    ...(typeof change === 'function' ? change(found) : change),
    clock,
  }));
}

async function changedClocks(
  deed: Deed,
  before: CaseInHand,
  change: CaseChange['clock'],
  isOpen: boolean,
  on: string,
): Promise<readonly CaseClock[]> {
  const closes = before.isOpen && !isOpen;
  if (change === undefined && !closes) return [];
  const clocks = await readClocks(deed.tx, before.id);
  const law = await loadTermLaw(deed.tx);
  if (closes) {
    return clocks
      .filter(({ stoppedOn }) => stoppedOn === null)
      .map((clock) => changeClock(clock, { type: 'stop' }, on, law));
  }
  return named(change).map((one) => {
    const clock = clocks.find(({ name }) => name === (one.name ?? MAIN_CLOCK));
    if (clock === undefined) throw new Refusal('cases:refusals.noClock');
    return changeClock(clock, one, on, law);
  });
}

function named(change: CaseChange['clock']): readonly NamedClockChange[] {
  if (change === undefined) return [];
  return 'type' in change ? [change] : change;
}

function holderAfter(before: CaseInHand, { holder }: CaseChange, isOpen: boolean): Holder {
  if (holder !== undefined) return holder;
  if (!isOpen) return { kind: 'closed', unitId: null };
  return holderOf(before.holderKind, before.holderUnitId);
}

function cannotMove({ states }: CaseKind, from: string, to: string): Refusal {
  return new Refusal('cases:refusals.cannotMove', {
    from: states[from]?.uk ?? from,
    to: states[to]?.uk ?? to,
    fromEn: states[from]?.en ?? from,
    toEn: states[to]?.en ?? to,
  });
}
