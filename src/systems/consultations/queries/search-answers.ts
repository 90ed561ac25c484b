import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { findPublishedAnswers } from '../published-answers.ts';

const answer = z.object({
  id: z.uuid(),
  question: z.string(),
  answer: z.string(),
  serviceCode: z.string().nullable(),
  serviceName: z.string().nullable(),
  publishedOn: z.iso.date(),
});
export type PublishedAnswer = z.output<typeof answer>;

export const searchAnswers = defineQuery({
  name: 'consultations.search-answers',
  title: { uk: 'Пошук відповідей', en: 'Search the answers' },
  may: ['resident'],
  input: z.object({
    words: z.string().trim().max(200).default(''),
    serviceCode: z.string().trim().max(20).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    /** How many of the best to pass over. */
    offset: z.coerce.number().int().min(0).max(10_000).default(0),
  }),
  output: z.object({ answers: z.array(answer), more: z.boolean() }),
  async run({ tx }, { words, serviceCode = null, limit, offset }) {
    const rows = await findPublishedAnswers(tx, words, { limit: limit + 1, offset, serviceCode });
    return { answers: rows.slice(0, limit), more: rows.length > limit };
  },
});
