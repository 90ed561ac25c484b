/** The one door of reception for other systems: its figures, for the reports that arrange them. */
export { receptionFigures } from './figures.ts';
