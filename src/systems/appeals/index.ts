/** The one door of appeals for other systems. */
export {
  /** What a case of this system is: states, transitions, page. */
  APPEAL,
  type Channel,
  type Kind,
  OUTCOMES,
  type Outcome,
} from './appeal.ts';
export {
  type AuthorInput,
  authorInput,
  type Card,
  cardInput,
  placeInput,
  questionsInput,
  registeredView,
  textInput,
} from './appeal-input.ts';
export {
  /** As a resident filed it: the registrar fills in the card later. */
  fileAppeal,
  type NewAppeal,
  /** Registers an appeal in a deed of one's own (a call, a reception, a letter). */
  registerAppeal,
  type RegisteredAppeal,
} from './register-appeal.ts';
/** The classifier of КМУ 858: entries of an axis as they hold on a date. */
export { type Axis, type ClassifierEntry, inForce, loadClassifier } from './classifier.ts';
/** From which day a term runs: after the office's hours, the next working day. */
export { countedFrom, PAPERS_OFFICE } from './receipt-day.ts';
/** Appeals of the same author, address or text; to be offered, never merged. */
export { findSimilar, type SimilarAppeal } from './similar-store.ts';
/** The leadership and the division of appeals, by code. */
export { findHouseUnit, heldBy } from './house-units.ts';
/** Figures of appeals, for reports. */
export { figures as appealsFigures } from './figures.ts';
