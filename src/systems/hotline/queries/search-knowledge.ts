import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { findElsewhere, knowledgeEntry, ownAnswer } from '../knowledge.ts';

export const searchKnowledge = defineQuery({
  name: 'hotline.search-knowledge',
  title: { uk: 'Пошук відповіді для того, хто телефонує', en: 'Search an answer for a caller' },
  may: ['operator', 'registrar'],
  input: z.object({ words: z.string().trim().min(2, 'hotline:input.wordsMissing').max(200) }),
  output: z.object({ found: z.array(knowledgeEntry) }),
  async run({ tx, now }, { words }) {
    const today = kyivDate(now);
    const asked = words.toLocaleLowerCase('uk');
    const { rows } = await sql<{ id: string; question: string; answer: string }>`
      select id, question, answer from hotline.answers
       where valid_from <= ${today} and (valid_to is null or valid_to > ${today}) and ${asked} <% found_by
       order by word_similarity(${asked}, found_by) desc, question limit 4`.execute(tx);
    return { found: [...rows.map(ownAnswer), ...(await findElsewhere(tx, words, now))] };
  },
});
