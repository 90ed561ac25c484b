import type { Deed } from '../../kernel/actions/define.ts';
import { queueLetter } from '../../kernel/letters/queue-letter.ts';
import { lettersWords } from './letters.ts';
import { writeAnswer } from './question-store.ts';

/** Answers and, where there is an address, sends the answer with the deed. */
export async function answerAndTell(
  deed: Deed,
  id: string,
  answer: string,
): Promise<{ readonly sent: boolean }> {
  const { email, question } = await writeAnswer(deed, id, answer);
  deed.about({ kind: 'question', id });
  if (email === null) return { sent: false };
  const t = await lettersWords();
  const letter = await queueLetter(deed, {
    to: email,
    subject: t('consultations:letters.answered.subject'),
    text: t('consultations:letters.answered.text', { question, answer }),
    about: { kind: 'question', id },
  });
  return { sent: letter !== null };
}
