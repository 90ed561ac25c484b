import { positiveFigure, ratingsFigure } from './figures.ts';

/** The figures of the ratings, for reports: share of positive ones, and how many there are. */
export const ratingsFigures = { positive: positiveFigure, received: ratingsFigure };
