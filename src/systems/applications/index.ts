/** The one door of applications for other systems. */
export {
  /** What a case of this system is: states, transitions, page. */
  APPLICATION,
} from './application.ts';
/** Figures of applications, for reports. */
export { figures as applicationsFigures } from './figures.ts';
/** Registers an application in a deed of one's own (a complex service, a booking). */
export { registerApplication } from './actions/register-application.ts';
