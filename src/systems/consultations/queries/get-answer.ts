import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import type { PublishedAnswer } from './search-answers.ts';

export const getAnswer = defineQuery({
  name: 'consultations.get-answer',
  title: { uk: 'Відповідь із бази', en: 'An answer of the base' },
  may: ['resident'],
  input: z.object({ id: z.uuid('consultations:refusals.noSuchAnswer') }),
  output: z.custom<PublishedAnswer>(),
  async run({ tx }, { id }): Promise<PublishedAnswer> {
    const { rows } = await sql<PublishedAnswer>`
      select id, question, answer, service_code as "serviceCode", service_name as "serviceName",
             (published_at at time zone 'Europe/Kyiv')::date as "publishedOn"
        from consultations.published where id = ${id}`.execute(tx);
    const [row] = rows;
    if (row === undefined) throw notFound('consultations:refusals.noSuchAnswer');
    return row;
  },
});
