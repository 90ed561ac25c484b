import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listQuestions } from '../question.ts';

const question = z.object({
  code: z.string(),
  title: z.string(),
  titleEn: z.string(),
  indexName: z.string(),
  indexNameEn: z.string(),
  position: z.number(),
  article: z.string(),
  certainty: z.enum(['V', 'V2', 'M', 'M?']),
  validFrom: z.string(),
});
export type FormQuestion = z.output<typeof question>;

export const listFormQuestions = defineQuery({
  name: 'ratings.list-form-questions',
  title: { uk: 'Запитання анкети, чинні на день', en: 'Questions of the form in force on a day' },
  may: ['resident'],
  input: z.object({ on: z.iso.date().optional() }),
  output: z.object({ questions: z.array(question) }),
  async run({ tx, now }, { on }) {
    return { questions: [...(await listQuestions(tx, on ?? kyivDate(now)))] };
  },
});
