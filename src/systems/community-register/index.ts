import { enteredFigure } from './figures.ts';

/** The register's figures, for reports: residents entered. */
export const communityRegisterFigures = { entered: enteredFigure };
/** Who looked at the data of the person with this РНОКПП and why, for the person's own cabinet. */
export { looksAtPerson } from './looks-at-person.ts';
