import { answeredFigure, inAimFigure } from './figures.ts';

/** The figures of the consultations, for reports. */
export const consultationsFigures = { answered: answeredFigure, inAim: inAimFigure };
/** A signed-in resident's own questions, for the cabinet. */
export { findQuestionsOf, type OwnQuestion } from './own-questions.ts';
/** Answers published for everyone, by words. */
export { findPublishedAnswers } from './published-answers.ts';
