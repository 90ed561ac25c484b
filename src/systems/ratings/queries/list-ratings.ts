import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { SECTORS } from '../../service-catalogue/index.ts';
import { CHANNELS, COMMENT_STATES } from '../rating.ts';

const rating = z.object({
  id: z.uuid(),
  day: z.string(),
  channel: z.enum(CHANNELS),
  sector: z.enum(SECTORS).nullable(),
  serviceName: z.string().nullable(),
  mark: z.number(),
  recommend: z.number().nullable(),
  comment: z.string().nullable(),
  commentState: z.enum(COMMENT_STATES).nullable(),
  publishedComment: z.string().nullable(),
  hiddenReason: z.string().nullable(),
  low: z.boolean(),
  settledNote: z.string().nullable(),
});
export type RatingLine = z.output<typeof rating>;

export const SHOWS = ['low', 'comments', 'all'] as const;

export const listRatings = defineQuery({
  name: 'ratings.list-ratings',
  title: { uk: 'Останні оцінки з коментарями', en: 'Latest ratings with comments' },
  may: ['head', 'auditor'],
  input: z.object({
    /** Low marks that wait for an answer; comments to be judged; all, the newest first. */
    show: z.enum(SHOWS).default('all'),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({
    ratings: z.array(rating),
    /** How many wait in each list. */
    waiting: z.object({ low: z.number(), comments: z.number() }),
  }),
  async run({ tx }, { show, limit }) {
    const chosen = {
      low: sql`low and settled_at is null`,
      comments: sql`comment_state = 'new'`,
      all: sql`true`,
    }[show];
    const result = await sql<RatingLine>`
      select id, day, channel, sector, service_name as "serviceName", mark, recommend, comment,
             comment_state as "commentState", published_comment as "publishedComment",
             hidden_reason as "hiddenReason", low, settled_note as "settledNote"
        from ratings.ratings where ${chosen}
       order by rated_at desc, id desc limit ${limit}`.execute(tx);
    const counted = await sql<{ low: number; comments: number }>`
      select (select count(*) from ratings.ratings where low and settled_at is null) as low,
             (select count(*) from ratings.ratings where comment_state = 'new') as comments`.execute(tx);
    return { ratings: result.rows, waiting: counted.rows[0] ?? { low: 0, comments: 0 } };
  },
});
