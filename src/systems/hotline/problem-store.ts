import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Moment } from './photos/photo-store.ts';
import { TICKET, type TicketState } from './ticket.ts';

/** A ticket as everyone may see it: never the resident's words, name, telephone or what was typed as a place. */
export interface PublicProblem {
  readonly id: string;
  readonly number: string;
  readonly topic: string;
  readonly topicName: string;
  readonly topicNameEn: string;
  readonly group: string;
  readonly houseId: string | null;
  readonly address: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly state: TicketState;
  readonly isOpen: boolean;
  readonly unit: string | null;
  readonly receivedAt: Date;
  readonly changedAt: Date;
  readonly closedAt: Date | null;
  readonly dueOn: string | null;
  readonly confirmed: boolean;
  /** What a moderator wrote for everyone; '' where nothing. */
  readonly words: string;
  /** Published ones alone. */
  readonly photos: readonly { readonly id: string; readonly moment: Moment }[];
  readonly joined: number;
}

interface Select {
  readonly where: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly limit: number;
  readonly offset: number;
}

/** The one place that says which columns of a ticket leave the house. `t` ticket, `c` case, `p` topic. */
export async function selectProblems(
  tx: Transaction,
  { where, order, limit, offset }: Select,
): Promise<readonly PublicProblem[]> {
  const { rows } = await sql<PublicProblem>`
    select t.case_id as id, c.number, t.topic, p.name as "topicName", p.name_en as "topicNameEn",
           p.group_name as "group", t.house_id as "houseId", t.address, t.lat, t.lon, c.state, c.is_open as "isOpen",
           u.short_name as unit, t.received_at as "receivedAt", t.changed_at as "changedAt", c.closed_at as "closedAt",
           coalesce(t.due_on, c.due_on) as "dueOn", t.confirmed_at is not null as confirmed,
           coalesce(t.public_words, '') as words,
           coalesce((select jsonb_agg(jsonb_build_object('id', f.file_id, 'moment', f.moment)
                              order by f.moment desc, f.added_at)
                       from hotline.photos f where f.case_id = t.case_id and f.state = 'published'), '[]') as photos,
           (select count(*)::int from hotline.joiners j where j.case_id = t.case_id) as joined
      from hotline.tickets t
      join kernel.cases c on c.id = t.case_id
      join hotline.topics p on p.code = t.topic
      left join kernel.units u on u.id = c.unit_id
     where c.kind = ${TICKET.name} and ${where}
     order by ${order} limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}
