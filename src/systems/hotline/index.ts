/** The one door of the hotline for other systems. */
export {
  /** What a ticket is: states, transitions, pages. */
  TICKET,
} from './ticket.ts';
/** Calls, tickets, in term, overdue: for the reports that arrange them. */
export { hotlineFigures } from './figures.ts';
