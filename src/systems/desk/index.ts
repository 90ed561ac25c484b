/** The one door of the desk for other systems. */
export {
  /** Cases of every kind by number, person and words, for who may open them. */
  findCases,
} from './queries/find-cases.ts';
