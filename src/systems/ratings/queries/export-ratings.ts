import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { SECTORS } from '../../service-catalogue/index.ts';
import { CHANNELS } from '../rating.ts';

const line = z.object({
  id: z.uuid(),
  day: z.string(),
  channel: z.enum(CHANNELS),
  sector: z.enum(SECTORS).nullable(),
  serviceCode: z.string().nullable(),
  serviceName: z.string().nullable(),
  mark: z.number(),
  recommend: z.number().nullable(),
  loyalty: z.number().nullable(),
  answers: z.record(z.string(), z.number()),
});
export type ExportLine = z.output<typeof line>;

export const exportRatings = defineQuery({
  name: 'ratings.export-ratings',
  title: { uk: 'Дані моніторингу якості за період', en: 'Quality monitoring data of a period' },
  may: ['head', 'auditor', 'integrator'],
  input: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    /** The id of the last line read. */
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  output: z.object({ lines: z.array(line), next: z.uuid().nullable() }),
  async run({ tx }, { from, to, after, limit }) {
    const { rows } = await sql<ExportLine>`
      select r.id, r.day, r.channel, r.sector, r.service_code as "serviceCode", r.service_label as "serviceName",
             r.mark, r.recommend, r.loyalty,
             coalesce((select jsonb_object_agg(a.question, a.mark) from ratings.answers a where a.rating_id = r.id), '{}') as answers
        from ratings.every_rating r
       where r.day between ${from}::date and ${to}::date and (${after ?? null}::uuid is null or r.id > ${after ?? null}::uuid)
       order by r.id limit ${limit}`.execute(tx);
    return { lines: rows, next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
  },
});
