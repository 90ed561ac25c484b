import { sql } from 'kysely';
import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { TICKET } from '../ticket.ts';
import { MOMENTS, PHOTO_STATES } from './photo-store.ts';

export const photoView = z.object({
  id: z.uuid(),
  moment: z.enum(MOMENTS),
  state: z.enum(PHOTO_STATES),
  reason: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.coerce.date().nullable(),
});
export type PhotoView = z.output<typeof photoView>;

const toPublish = z.object({
  caseId: z.uuid(),
  number: z.string(),
  title: z.string(),
  text: personal(z.string()),
  publicWords: z.string().nullable(),
  publishedBy: z.string().nullable(),
  publishedAt: z.date().nullable(),
  photos: z.array(photoView),
});
export type ToPublish = z.output<typeof toPublish>;

/** Newest first; `waiting`: with a photograph or with words that nobody has decided on. */
export const listToPublish = defineQuery({
  name: 'hotline.list-to-publish',
  title: { uk: 'Що побачать усі: фото й слова', en: 'What everyone will see: photographs and words' },
  may: ['operator', 'specialist'],
  input: z.object({
    which: z.enum(['waiting', 'all']).default('waiting'),
    caseId: z.uuid().optional(),
    after: z.coerce.number().int().min(0).max(100_000).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(10),
  }),
  output: z.object({ problems: z.array(toPublish), next: z.int().nullable() }),
  async run({ tx, actor, looked }, { which, caseId, after, limit }) {
    const own = hasRole(actor, 'operator') ? sql`true` : sql`c.unit_id = ${actor.unitId}`;
    const { rows } = await sql<ToPublish>`
      select t.case_id as "caseId", c.number, c.title, t.body as text, t.public_words as "publicWords",
             s.name as "publishedBy", t.published_at as "publishedAt", coalesce(p.photos, '[]') as photos
        from hotline.tickets t
        join kernel.cases c on c.id = t.case_id
        left join kernel.staff s on s.id = t.published_by
        left join lateral (
          select jsonb_agg(jsonb_build_object('id', p.file_id, 'moment', p.moment, 'state', p.state, 'reason', p.reason,
                   'decidedBy', d.name, 'decidedAt', p.decided_at) order by p.moment desc, p.added_at) as photos,
                 bool_or(p.state = 'waiting') as waits
            from hotline.photos p left join kernel.staff d on d.id = p.decided_by where p.case_id = t.case_id) p on true
       where c.kind = ${TICKET.name} and ${own}
         and (${caseId ?? null}::uuid is null or t.case_id = ${caseId ?? null})
         and (${which} = 'all' or p.waits or (t.public_words is null and t.channel <> 'telephone' and c.is_open))
       order by t.received_at desc, t.case_id desc limit ${limit + 1} offset ${after}`.execute(tx);
    const problems = rows.slice(0, limit);
    for (const { caseId: id } of problems) looked({ kind: 'case', id });
    return { problems, next: rows.length > limit ? after + limit : null };
  },
});
