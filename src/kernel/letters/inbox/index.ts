/** The city's mailboxes: letters that came by e-mail and what becomes of them. */
export {
  getIncomingLetter,
  type IncomingLetter,
  type IncomingPaper,
  LETTER_STATES,
  type LetterState,
} from './find-letter.ts';
export { dismissLetter, registerLetter, restoreLetter } from './settle-letter.ts';
