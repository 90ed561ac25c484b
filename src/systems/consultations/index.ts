import { answeredFigure, inAimFigure } from './figures.ts';

/** The figures of the consultations, for reports. */
export const consultationsFigures = { answered: answeredFigure, inAim: inAimFigure };
