import { handedFigure, inTimeFigure } from './figures.ts';

/** Figures of hand-over, for reports. */
export const handoverFigures = { handedOver: handedFigure, inTime: inTimeFigure };
