import { type BuilderQuestion, kindOf, newQuestion } from './builder-question.ts';

/** A press of one of the builder's buttons: `add`, `up.2`, `down.2`, `remove.2`, `copy.2`; the rest changes nothing. */
export function takeStep(
  questions: readonly BuilderQuestion[],
  step: string,
  addKind: string,
): readonly BuilderQuestion[] {
  const [deed = '', place = ''] = step.split('.');
  const at = Number(place);
  if (deed === 'add') return [...questions, newQuestion(kindOf(addKind))];
  const question = /^\d+$/.test(place) ? questions[at] : undefined;
  if (question === undefined) return questions;
  switch (deed) {
    case 'up':
      return at === 0 ? questions : moved(questions, at, at - 1);
    case 'down':
      return at === questions.length - 1 ? questions : moved(questions, at, at + 1);
    case 'remove':
      return questions.toSpliced(at, 1);
    case 'copy':
      return questions.toSpliced(at + 1, 0, { ...question, name: '' });
    default:
      return questions;
  }
}

function moved(questions: readonly BuilderQuestion[], from: number, to: number): readonly BuilderQuestion[] {
  const question = questions[from];
  return question === undefined ? questions : questions.toSpliced(from, 1).toSpliced(to, 0, question);
}
