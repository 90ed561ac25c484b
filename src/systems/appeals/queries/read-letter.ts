import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { getIncomingLetter } from '../../../kernel/letters/inbox/index.ts';

const letterToRegister = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  text: z.string(),
  papers: z.array(z.string()),
});
export type LetterToRegister = z.output<typeof letterToRegister>;

/** An incoming letter as the card's first values. */
export const readLetter = defineQuery({
  name: 'appeals.read-letter',
  title: { uk: 'Лист, з якого реєструють звернення', en: 'A letter to register an appeal from' },
  input: z.object({ id: z.uuid('letters:refusals.noSuchLetter') }),
  output: z.object({ letter: letterToRegister }),
  may: ['registrar', 'operator'],
  async run({ tx }, { id }) {
    const letter = await getIncomingLetter(tx, id);
    const text = [letter.subject, letter.body].filter((part) => part !== null && part !== '').join('\n\n');
    return {
      letter: {
        id,
        name: letter.fromName ?? '',
        email: letter.fromAddress ?? '',
        text: text.slice(0, 20_000),
        papers: letter.papers.map(({ name }) => name),
      },
    };
  },
});
