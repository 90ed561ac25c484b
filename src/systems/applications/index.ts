/** The one door of applications for other systems. */
export {
  /** What a case of this system is: states, transitions, page. */
  APPLICATION,
  /** The book its numbers come from: `ЦНАП-2026-000123`. */
  BOOK as APPLICATION_BOOK,
} from './application.ts';
/** Figures of applications, for reports. */
export { figures as applicationsFigures } from './figures.ts';
/** Files an application in a deed of one's own (a complex service, the cabinet, the mobile office). */
export {
  fileApplication,
  type FiledApplication,
  type Filing,
  type KnownApplicant,
} from './file-application.ts';
/** For the applicant's own cabinet. */
export {
  handOutOnline,
  type OwnApplication,
  ownApplicationView,
  readOwnApplication,
} from './own-application.ts';
export { TrackedApplication } from './public/tracked-application.tsx';
export { AnswerList, answerWords } from './staff/answer-list.tsx';
export { answerLine, type AnswerLine, linesOf } from './answer-lines.ts';
export { stateName, stateTone } from './words.ts';
/** What a part's applicant reads of its decision. */
export { type ApplicationOutcome, readOutcomes } from './read-outcomes.ts';
/** Who applies: the input, its fields, and what a posted form said. */
export { applicantInput } from './application-input.ts';
export { ApplicantFields } from './staff/register-form.tsx';
export { applicantOf } from './staff/visit-deeds.ts';
/** Papers on their way to a body and back, for registers of hand-over. */
export { passToBody, readPackages, takeBackFromBody } from './hand-over-door.ts';
/** Deeds of a body's specialist and made-up people, for other systems' demo data. */
export { recordOutcome } from './actions/record-outcome.ts';
export { takeApplication } from './actions/take-application.ts';
export { demoPerson } from './demo/demo-people.ts';
