/** The kernel's cases: number, clock, timeline, holder, search. Systems keep what is their own beside. */
export { advanceCase, pauseClock, resumeClock, stopClock } from './advance-case.ts';
export { openCase } from './open-case.ts';
export { readLedger, readTimeline } from './read-timeline.ts';
export type { AdvancedCase, CaseChange } from './advance-case.ts';
export type { CaseEvent, ClockState, Holder, HolderKind } from './case-event.ts';
export type { HolderPeriod } from './holder-ledger.ts';
export type { CaseInHand } from './lock-case.ts';
export type { CaseTerm, NewApplicant, NewCase, OpenedCase } from './new-case.ts';
