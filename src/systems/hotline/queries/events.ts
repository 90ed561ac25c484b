import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { STATES } from '../ticket.ts';

/** `waiting`: the hour that was announced has passed and nobody has said how it ended. */
export const EVENT_STATES = ['on', 'waiting', 'ended'] as const;
export type EventState = (typeof EVENT_STATES)[number];
export const EVENT_ORDERS = ['newest', 'until'] as const;

const READERS = ['operator', 'leader', 'auditor'] as const;

const eventLine = z.object({
  id: z.uuid(),
  title: z.string(),
  text: z.string(),
  topicName: z.string(),
  topicNameEn: z.string(),
  /** '' = the whole city. */
  place: z.string(),
  beginsAt: z.date(),
  until: z.date(),
  endedAt: z.date().nullable(),
  state: z.enum(EVENT_STATES),
  result: z.string(),
  /** Calls answered with it. */
  calls: z.int(),
  /** Tickets tied to it. */
  tickets: z.int(),
});
export type EventLine = z.output<typeof eventLine>;

const stateAt = (now: Date): RawBuilder<unknown> => sql`
  case when v.ended_at is not null then 'ended' when v.until_at > ${now} then 'on' else 'waiting' end`;

const columns = (now: Date): RawBuilder<unknown> => sql`
  v.id, v.title, v.text, p.name as "topicName", p.name_en as "topicNameEn", v.place, v.begins_at as "beginsAt",
  v.until_at as until, v.ended_at as "endedAt", ${stateAt(now)} as state, v.result,
  (select count(*)::int from hotline.calls k where k.event_id = v.id) as calls,
  (select count(*)::int from hotline.tickets t where t.event_id = v.id) as tickets`;

export const listEvents = defineQuery({
  name: 'hotline.list-events',
  title: { uk: 'Масові події', en: 'Mass events' },
  may: READERS,
  input: z.object({
    /** Of its title, its words, its place or its topic. */
    words: z.string().trim().max(200).default(''),
    state: z.enum(EVENT_STATES).optional(),
    order: z.enum(EVENT_ORDERS).default('newest'),
    after: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ events: z.array(eventLine), next: z.int().nullable() }),
  async run({ tx, now }, { words, state, order, after, limit }) {
    const pattern = `%${words.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
    // What goes on stands above what is over, however the rest is ordered.
    const orders = { newest: sql`v.begins_at desc, v.id desc`, until: sql`v.until_at, v.id` };
    const { rows } = await sql<EventLine>`
      select ${columns(now)} from hotline.events v join hotline.topics p on p.code = v.topic
       where (${words} = '' or concat_ws(' ', v.title, v.text, v.place, p.name) ilike ${pattern})
         and (${state ?? null}::text is null or ${stateAt(now)} = ${state ?? null}::text)
       order by v.ended_at is not null, ${orders[order]} limit ${limit + 1} offset ${after}`.execute(tx);
    return { events: rows.slice(0, limit), next: rows.length > limit ? after + limit : null };
  },
});

const MOST_TICKETS = 200;

export const getEvent = defineQuery({
  name: 'hotline.get-event',
  title: { uk: 'Масова подія', en: 'A mass event' },
  may: READERS,
  input: z.object({ eventId: z.uuid() }),
  output: eventLine.extend({
    announcedBy: z.string().nullable(),
    endedBy: z.string().nullable(),
    /** The newest of them. */
    tied: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        state: z.enum(STATES),
        isOpen: z.boolean(),
        receivedAt: z.date(),
      }),
    ),
  }),
  async run({ tx, now, looked }, { eventId }) {
    const { rows } = await sql<EventLine & { announcedBy: string | null; endedBy: string | null }>`
      select ${columns(now)}, s.name as "announcedBy", e.name as "endedBy"
        from hotline.events v join hotline.topics p on p.code = v.topic
        left join kernel.staff s on s.id = v.announced_by
        left join kernel.staff e on e.id = v.ended_by
       where v.id = ${eventId}`.execute(tx);
    const [event] = rows;
    if (event === undefined) throw notFound('hotline:refusals.noSuchEvent');
    const tied = await sql<{
      id: string;
      number: string;
      title: string;
      state: (typeof STATES)[number];
      isOpen: boolean;
      receivedAt: Date;
    }>`
      select c.id, c.number, c.title, c.state, c.is_open as "isOpen", t.received_at as "receivedAt"
        from hotline.tickets t join kernel.cases c on c.id = t.case_id
       where t.event_id = ${eventId} order by t.received_at desc limit ${MOST_TICKETS}`.execute(tx);
    for (const { id } of tied.rows) looked({ kind: 'case', id });
    return { ...event, tied: tied.rows };
  },
});
