import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { searchStems } from '../question.ts';

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
  /** The more of the words stand in it the higher; without words the newest first. */
  async run({ tx }, { words, serviceCode, limit, offset }) {
    const stems = searchStems(words).map((stem) => `%${stem.replaceAll(/[\\%_]/g, '\\$&')}%`);
    const hits =
      stems.length === 0
        ? sql`null::int`
        : sql.join(
            stems.map((stem) => sql`(found_by like ${stem})::int`),
            sql` + `,
          );
    const { rows } = await sql<PublishedAnswer>`
      select id, question, answer, service_code as "serviceCode", service_name as "serviceName",
             (published_at at time zone 'Europe/Kyiv')::date as "publishedOn"
        from consultations.published
       where (${stems.length} = 0 or found_by like any(${stems}))
         and (${serviceCode ?? null}::text is null or service_code = ${serviceCode ?? null}::text)
       order by (${hits}) desc, published_at desc, id
       limit ${limit + 1} offset ${offset}`.execute(tx);
    return { answers: rows.slice(0, limit), more: rows.length > limit };
  },
});
