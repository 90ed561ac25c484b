/** The one door of applications for other systems. */
export {
  /** What a case of this system is: states, transitions, page. */
  APPLICATION,
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
