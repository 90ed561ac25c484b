import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listTopics } from '../routing.ts';
import { MOMENTS } from '../photos/photo-store.ts';
import { selectProblems } from '../problem-store.ts';
import { STATES } from '../ticket.ts';

/** A ticket as everyone may see it: topic, house, state, what a moderator published; never the caller. */
export const problemLine = z.object({
  id: z.uuid(),
  number: z.string(),
  topic: z.string(),
  topicName: z.string(),
  topicNameEn: z.string(),
  group: z.string(),
  houseId: z.uuid().nullable(),
  address: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  state: z.enum(STATES),
  isOpen: z.boolean(),
  unit: z.string().nullable(),
  receivedAt: z.date(),
  changedAt: z.date(),
  closedAt: z.date().nullable(),
  dueOn: z.iso.date().nullable(),
  confirmed: z.boolean(),
  words: z.string(),
  photos: z.array(z.object({ id: z.uuid(), moment: z.enum(MOMENTS) })).readonly(),
  joined: z.int(),
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
    const found = await selectProblems(tx, {
      where: sql`
        (${words} = '' or t.address ilike ${pattern} or p.name ilike ${pattern} or c.number ilike ${pattern}
          or t.public_words ilike ${pattern})
        and (cardinality(${topics}::text[]) = 0 or t.topic = any(${topics}::text[]))
        and (cardinality(${states}::text[]) = 0 or c.state = any(${states}::text[]))
        and (cardinality(${ids}::text[]) = 0 or t.case_id::text = any(${ids}::text[]) or c.number = any(${ids}::text[]))
        and (${from ?? null}::timestamptz is null or t.received_at >= ${from ?? null})
        and (${to ?? null}::timestamptz is null or t.received_at <= ${to ?? null})
        and (${changedFrom ?? null}::timestamptz is null or t.changed_at >= ${changedFrom ?? null})
        and (${changedTo ?? null}::timestamptz is null or t.changed_at <= ${changedTo ?? null})`,
      order: order[sort],
      limit: limit + 1,
      offset: after,
    });
    return { problems: found.slice(0, limit), next: found.length > limit ? after + limit : null };
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
