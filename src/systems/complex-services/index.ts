/** The one door of complex services for other systems. */
export {
  /** What a complex application is: states, transitions, pages. */
  COMPLEX_SERVICE,
} from './complex-case.ts';
/** Figures of complex services, for reports. */
export { figures as complexServicesFigures } from './figures.ts';
/** Parts of an application with dates, outcomes and reasons, and the one promise. */
export { type PartView, readWholeView, type WholeView, wholeView } from './whole-view.ts';
/** The same on paper and screen, for the applicant. */
export { PartList } from './part-list.tsx';
