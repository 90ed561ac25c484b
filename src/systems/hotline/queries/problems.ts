import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listTopics } from '../routing.ts';
import { STATES, TICKET } from '../ticket.ts';

/** A ticket as everyone may see it: topic, house, state; never the words or the caller. */
export const problemLine = z.object({
  id: z.uuid(),
  number: z.string(),
  topic: z.string(),
  topicName: z.string(),
  topicNameEn: z.string(),
  group: z.string(),
  address: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  state: z.enum(STATES),
  unit: z.string().nullable(),
  receivedAt: z.date(),
  changedAt: z.date(),
  dueOn: z.iso.date().nullable(),
  confirmed: z.boolean(),
});
export type Problem = z.output<typeof problemLine>;

const SORTS = ['-received', 'received', '-changed'] as const;

export const listProblems = defineQuery({
  name: 'hotline.list-problems',
  title: { uk: 'Проблеми міста: карта і список', en: 'Problems of the city: map and list' },
  may: ['resident', 'integrator'],
  input: z.object({
    words: z.string().trim().max(100).default(''),
    topics: z.array(z.string().max(60)).max(50).default([]),
    states: z.array(z.enum(STATES)).max(10).default([]),
    /** Ids of cases or numbers of tickets. */
    ids: z.array(z.string().max(60)).max(100).default([]),
    from: z.coerce.date().optional(),
    to: z.coerce.date().optional(),
    changedFrom: z.coerce.date().optional(),
    changedTo: z.coerce.date().optional(),
    sort: z.enum(SORTS).default('-received'),
    /** So many are before. */
    after: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(50),
  }),
  output: z.object({ problems: z.array(problemLine), next: z.int().nullable() }),
  async run({ tx }, asked) {
    const { words, topics, states, ids, from, to, changedFrom, changedTo, sort, after, limit } = asked;
    const pattern = `%${words.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
    const order = {
      '-received': sql`t.received_at desc, t.case_id desc`,
      received: sql`t.received_at, t.case_id`,
      '-changed': sql`t.changed_at desc, t.case_id desc`,
    };
    const { rows } = await sql<Problem>`
      select t.case_id as id, c.number, t.topic, p.name as "topicName", p.name_en as "topicNameEn",
             p.group_name as "group", t.address, t.lat, t.lon, c.state, u.short_name as unit,
             t.received_at as "receivedAt", t.changed_at as "changedAt", c.due_on as "dueOn",
             t.confirmed_at is not null as confirmed
        from hotline.tickets t
        join kernel.cases c on c.id = t.case_id
        join hotline.topics p on p.code = t.topic
        left join kernel.units u on u.id = c.unit_id
       where c.kind = ${TICKET.name}
         and (${words} = '' or t.address ilike ${pattern} or p.name ilike ${pattern} or c.number ilike ${pattern})
         and (cardinality(${topics}::text[]) = 0 or t.topic = any(${topics}::text[]))
         and (cardinality(${states}::text[]) = 0 or c.state = any(${states}::text[]))
         and (cardinality(${ids}::text[]) = 0 or t.case_id::text = any(${ids}::text[]) or c.number = any(${ids}::text[]))
         and (${from ?? null}::timestamptz is null or t.received_at >= ${from ?? null})
         and (${to ?? null}::timestamptz is null or t.received_at <= ${to ?? null})
         and (${changedFrom ?? null}::timestamptz is null or t.changed_at >= ${changedFrom ?? null})
         and (${changedTo ?? null}::timestamptz is null or t.changed_at <= ${changedTo ?? null})
       order by ${order[sort]} limit ${limit + 1} offset ${after}`.execute(tx);
    return { problems: rows.slice(0, limit), next: rows.length > limit ? after + limit : null };
  },
});

export const listHotlineTopics = defineQuery({
  name: 'hotline.list-topics',
  title: { uk: 'Теми гарячої лінії', en: 'Topics of the hotline' },
  may: ['resident', 'integrator', 'operator', 'specialist', 'leader', 'auditor'],
  input: z.object({}),
  output: z.object({
    topics: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        description: z.string(),
        descriptionEn: z.string(),
        group: z.string(),
      }),
    ),
  }),
  async run({ tx, now }) {
    const topics = await listTopics(tx, kyivDate(now));
    return { topics: [...topics] };
  },
});
