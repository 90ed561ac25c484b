/** The one door of the applications for other systems. */
/** What the applications count, for the reports that arrange it. */
export { figures as applicationsFigures } from './figures.ts';
