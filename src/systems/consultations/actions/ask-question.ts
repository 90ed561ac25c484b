import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { passHourlyBrake } from '../../../kernel/database/hourly-brake.ts';
import { queueLetter } from '../../../kernel/letters/queue-letter.ts';
import { emailInput, questionInput, serviceCodeInput } from '../question-input.ts';
import { keepQuestion } from '../question-store.ts';
import { lettersWords } from '../letters.ts';

/** More than this an hour are not people: the Centre gets some 20 questions a day. */
export const QUESTIONS_AN_HOUR = 60;

export const askQuestion = defineAction({
  name: 'consultations.ask-question',
  title: { uk: 'Поставити запитання на сайті', en: 'Ask a question on the site' },
  may: ['resident'],
  input: z.object({ question: questionInput, email: emailInput, serviceCode: serviceCodeInput }),
  output: z.object({ dueOn: z.string() }),
  async run(deed, input) {
    await passHourlyBrake(
      deed.tx,
      'consultations.site_hours',
      deed.now,
      QUESTIONS_AN_HOUR,
      'consultations:refusals.tooManyNow',
    );
    const { id, dueOn } = await keepQuestion(deed, { channel: 'site', ...input });
    const t = await lettersWords();
    // The question is not repeated: whoever gave a stranger's address must not write to him through us.
    await queueLetter(deed, {
      to: input.email,
      subject: t('consultations:letters.asked.subject'),
      text: t('consultations:letters.asked.text', { dueOn }),
      about: { kind: 'question', id },
    });
    return { dueOn };
  },
});
