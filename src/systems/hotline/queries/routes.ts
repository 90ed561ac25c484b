import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listDistricts } from '../../address-register/index.ts';
import { knownRoutes } from '../known-routes.ts';
import { plannedRoute, planRoutes, routeRow } from '../plan-routes.ts';
import { ROUTE_KEEPERS } from '../route-store.ts';

/** `ahead`: begins on a later day. */
export const ROUTE_STATES = ['in-force', 'ahead', 'over'] as const;
export const ROUTE_ORDERS = ['topic', 'unit', 'newest'] as const;
export const ROUTE_READERS = [...ROUTE_KEEPERS, 'auditor'] as const;

const routeLine = z.object({
  id: z.uuid(),
  topic: z.string(),
  topicName: z.string(),
  topicNameEn: z.string(),
  /** '' = the whole city. */
  district: z.string(),
  districtName: z.string().nullable(),
  unitCode: z.string(),
  /** Null where no such body stands today: its tickets go to the line itself. */
  unit: z.string().nullable(),
  validFrom: z.iso.date(),
  /** The first day on which it holds no more. */
  validTo: z.iso.date().nullable(),
  state: z.enum(ROUTE_STATES),
  enteredBy: z.string().nullable(),
});
export type RouteLine = z.output<typeof routeLine>;

export const listRoutes = defineQuery({
  name: 'hotline.list-routes',
  title: { uk: 'Маршрути: тема й місце до підрозділу', en: 'Routes: topic and place to a body' },
  may: ROUTE_READERS,
  input: z.object({
    /** Of topic, district or body. */
    words: z.string().trim().max(100).default(''),
    topic: z.string().trim().max(60).optional(),
    district: z.string().trim().max(60).optional(),
    unitCode: z.string().trim().max(60).optional(),
    state: z.enum(ROUTE_STATES).optional(),
    order: z.enum(ROUTE_ORDERS).default('topic'),
    after: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ routes: z.array(routeLine), next: z.int().nullable() }),
  async run({ tx, now }, { words, topic, district, unitCode, state, order, after, limit }) {
    const today = kyivDate(now);
    const pattern = `%${words.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
    const orders = {
      topic: sql`position, district, "validFrom" desc`,
      unit: sql`unit nulls first, position, district, "validFrom" desc`,
      newest: sql`"validFrom" desc, position, district`,
    };
    const districts = JSON.stringify(await listDistricts(tx));
    const { rows } = await sql<RouteLine>`
      select * from (
        select r.id, r.topic, p.position, p.name as "topicName", p.name_en as "topicNameEn", r.district,
               d.name as "districtName", r.unit_code as "unitCode",
               (select u.short_name from kernel.units u where u.code = r.unit_code) as unit,
               r.valid_from as "validFrom", r.valid_to as "validTo",
               case when r.valid_from > ${today} then 'ahead'
                    when r.valid_to <= ${today} then 'over' else 'in-force' end as state,
               s.name as "enteredBy"
          from hotline.routes r join hotline.topics p on p.code = r.topic
          left join jsonb_to_recordset(${districts}::jsonb) as d(code text, name text) on d.code = r.district
          left join kernel.staff s on s.id = r.entered_by) route
       where (${words} = '' or concat_ws(' ', "topicName", "districtName", unit, "unitCode") ilike ${pattern})
         and (${topic ?? null}::text is null or topic = ${topic ?? null}::text)
         and (${district ?? null}::text is null or district = ${district ?? null}::text)
         and (${unitCode ?? null}::text is null or "unitCode" = ${unitCode ?? null}::text)
         and (${state ?? null}::text is null or state = ${state ?? null}::text)
       order by ${orders[order]} limit ${limit + 1} offset ${after}`.execute(tx);
    return { routes: rows.slice(0, limit), next: rows.length > limit ? after + limit : null };
  },
});

export const previewRoutes = defineQuery({
  name: 'hotline.preview-routes',
  title: { uk: 'Що змінить таблиця маршрутів', en: 'What a sheet of routes would change' },
  may: ROUTE_KEEPERS,
  input: z.object({ rows: z.array(routeRow).min(1).max(2000) }),
  output: z.object({ rows: z.array(plannedRoute) }),
  async run({ tx, now }, { rows }) {
    return { rows: [...planRoutes(rows, await knownRoutes(tx, kyivDate(now)))] };
  },
});
