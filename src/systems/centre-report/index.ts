/** The one door of the Centre's report for other systems and the shells. */
export {
  /** Today's figures of the Centre so far, with the addresses of their rows. */
  todayFigures,
  type TodayFigure,
} from './today-figures.ts';
