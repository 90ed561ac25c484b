/** The kernel's cases: number, clock, timeline, holder, search. Systems keep what is their own beside. */
export { advanceCase, pauseClock, resumeClock, stopClock } from './advance-case.ts';
export { beginControl, endControl, readControls } from './case-controls.ts';
export { excludeFromCase, notExcluded, readExcluded, requireNotExcluded } from './case-excluded.ts';
export { readExecutors } from './case-executors.ts';
export { findLinks, LINK_KINDS, linkCases, unlinkCases } from './case-links.ts';
export {
  assignQuestion,
  readQuestions,
  replaceQuestions,
  requireAllAnswered,
  writeOutcomes,
} from './case-questions.ts';
export { refuseBrokenLinks } from './case-refusals.ts';
export { type CasePart, listParts, partChangedQueue } from './case-parts.ts';
export {
  controlOfTerms,
  readHolderDays,
  TERM_MARKS,
  termCondition,
} from './control-of-terms.ts';
export {
  executedBy,
  inUnitOf,
  seenBy,
  TURNS,
  untaken,
  workerOf,
} from './case-work.ts';
export { findTrackedCase } from './find-tracked-case.ts';
export { explainTerm, getCase } from './get-case.ts';
export { listCases } from './list-cases.ts';
export { openCase } from './open-case.ts';
export { readLedger, readTimeline } from './read-timeline.ts';
export { recountOpenClocksLater, TERM_RECOUNTED } from './recount-open-clocks.ts';
export type { AdvancedCase, CaseChange } from './advance-case.ts';
export type { CaseClock, ClockChange } from './case-clock.ts';
export type { CaseEvent, ClockState, Holder, HolderKind } from './case-event.ts';
export type { CaseControl } from './case-controls.ts';
export type { Excluded } from './case-excluded.ts';
export type { CaseExecutor } from './case-executors.ts';
export type { CaseQuestion, NewQuestion } from './case-questions.ts';
export type { CaseLink, LinkedCase } from './case-links.ts';
export type { CaseLine } from './case-line.ts';
export type { HolderDays, TermCounts, TermMark, UnitTerms } from './control-of-terms.ts';
export type { CaseWork, Errand, ErrandKind, Turn, Worker, WorkStep } from './case-work.ts';
export type { TrackedCase } from './find-tracked-case.ts';
export type { CaseDetails } from './get-case.ts';
export type { HolderPeriod } from './holder-ledger.ts';
export type { CaseFilter, CasePage } from './list-cases.ts';
export type { CaseInHand } from './lock-case.ts';
export type { CaseTerm, NewApplicant, NewCase, OpenedCase } from './new-case.ts';
