import { loyaltyFigure, positiveFigure, ratingsFigure, satisfactionFigure } from './figures.ts';

/** The figures of the ratings, for reports: share of positive ones, how many there are, the indices. */
export const ratingsFigures = {
  positive: positiveFigure,
  received: ratingsFigure,
  satisfaction: satisfactionFigure,
  loyalty: loyaltyFigure,
};
