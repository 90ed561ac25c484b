import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';

const rating = z.object({
  id: z.uuid(),
  day: z.string(),
  sector: z.enum(['registration', 'social', 'administrative']),
  mark: z.number(),
  recommend: z.number().nullable(),
  comment: z.string().nullable(),
});

export const listRatings = defineQuery({
  name: 'ratings.list-ratings',
  title: { uk: 'Останні оцінки з коментарями', en: 'Latest ratings with comments' },
  may: ['head', 'auditor'],
  input: z.object({
    lowOnly: z.coerce.boolean().default(false),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ ratings: z.array(rating) }),
  async run({ tx }, input) {
    const result = await sql<z.output<typeof rating>>`
      select id, day, sector, mark, recommend, comment from ratings.ratings
       where not ${input.lowOnly} or mark <= 2
       order by rated_at desc limit ${input.limit}`.execute(tx);
    return { ratings: result.rows };
  },
});
