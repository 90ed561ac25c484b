import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { publicLine, type PublicLine } from '../request-view.ts';
import { INFORMATION_REQUEST, STATES } from '../information-request.ts';

export const publicJournal = defineQuery({
  name: 'information-requests.public-journal',
  title: { uk: 'Публічний журнал запитів', en: 'Public journal of requests' },
  may: ['resident'],
  input: z.object({
    words: z.string().trim().max(100).optional(),
    state: z.enum(STATES).optional(),
    /** Only those whose answers everyone may read. */
    published: z.stringbool().or(z.boolean()).default(false),
    /** So many are before. */
    after: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(30),
  }),
  output: z.object({ requests: z.array(publicLine), next: z.int().nullable() }),
  async run({ tx }, { words = '', state, published, after, limit }) {
    const pattern = `%${words.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
    // Only what is asked: a statement prepared once keeps the index of the published.
    const conditions = [
      sql`c.kind = ${INFORMATION_REQUEST.name}`,
      ...(state === undefined ? [] : [sql`c.state = ${state}`]),
      ...(published ? [sql`r.published_at is not null`] : []),
      ...(words === ''
        ? []
        : [
            sql`(r.subject ilike ${pattern} or c.number ilike ${pattern} or r.published_answer ilike ${pattern})`,
          ]),
    ];
    const { rows } = await sql<PublicLine>`
      select r.case_id as id, c.number, r.subject, u.short_name as unit, c.state, r.received_on as "receivedOn",
             r.answered_on as "answeredOn", r.published_at is not null as "hasAnswer"
        from information_requests.requests r
        join kernel.cases c on c.id = r.case_id
        left join kernel.units u on u.id = c.unit_id
       where ${sql.join(conditions, sql` and `)}
       order by r.received_on desc, r.case_id desc limit ${limit + 1} offset ${after}`.execute(tx);
    return { requests: rows.slice(0, limit), next: rows.length > limit ? after + limit : null };
  },
});
