import { enteredFigure } from './figures.ts';

/** The register's figures, for reports: residents entered. */
export const communityRegisterFigures = { entered: enteredFigure };
