/** The one door of information requests for other systems. */
export {
  /** What a case of this system is: states, transitions, pages. */
  INFORMATION_REQUEST,
} from './information-request.ts';
/** Received, answered, in term: for the reports that arrange them. */
export { informationRequestFigures } from './figures.ts';
