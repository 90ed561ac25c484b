import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import type { DeskRows } from './desk-view.ts';
import { CLOSEST_FIRST, eventIsAt } from './event-store.ts';

export interface Lookup {
  readonly phone: string;
  readonly houseId: string | null;
  readonly streetId: string | null;
  /** Code of the house's district. */
  readonly district: string | null;
  readonly topic: string;
  readonly words: string;
  readonly now: Date;
  readonly today: string;
  readonly staffId: string | null;
}

const TICKET_LINE = sql`
  c.id, c.number, c.title, c.state, c.is_open as "isOpen", t.received_at as at, c.due_on as "dueOn"`;

/**
 * Who called before, what is open at the house, which event fits, what may be answered, what rings: one
 * statement, for fifty operators ask it at once (p95 ≤ 100 ms).
 */
export async function readDesk(tx: Transaction, asked: Lookup): Promise<DeskRows> {
  const { phone, houseId, streetId, topic, now, today, staffId } = asked;
  const words = asked.words.toLocaleLowerCase('uk');
  const { rows } = await sql<DeskRows>`
    select
      (select caller from hotline.calls where phone = ${phone} and phone <> '' and caller <> ''
        order by at desc limit 1) as caller,
      ${lines(sql`
        select ${TICKET_LINE} from hotline.tickets t join kernel.cases c on c.id = t.case_id
         where t.phone = ${phone} and t.phone <> '' order by t.received_at desc limit 8`)} as "byPhone",
      ${lines(sql`
        select k.id, k.at, p.name as topic, k.outcome
          from hotline.calls k left join hotline.topics p on p.code = k.topic
         where k.phone = ${phone} and k.phone <> '' order by k.at desc limit 5`)} as calls,
      ${lines(sql`
        select ${TICKET_LINE} from hotline.tickets t join kernel.cases c on c.id = t.case_id
         where t.house_id = ${houseId} and c.is_open order by t.received_at desc limit 8`)} as "atHouse",
      ${lines(sql`
        select v.id, v.title, v.text, v.place, v.until_at as until,
               (select count(*)::int from hotline.calls k where k.event_id = v.id) as calls,
               (${topic} = '' or v.topic = ${topic}) and ${eventIsAt(asked)}
                 and (${topic} <> '' or ${streetId}::uuid is not null) as matches
          from hotline.events v
         where v.ended_at is null and v.begins_at <= ${now} and v.until_at > ${now}
         order by matches desc, ${CLOSEST_FIRST} limit 6`)} as events,
      ${lines(sql`
        select id, question, answer from hotline.answers a
         where valid_from <= ${today} and (valid_to is null or valid_to > ${today})
           and case when ${words} <> '' then ${words} <% found_by else topic = ${topic} end
         order by word_similarity(${words}, found_by) desc, question limit 4`)} as answers,
      ${lines(sql`
        select call_id as key, phone, told_at as at, answered_at is not null as answered from hotline.rings r
         where ended_at is null and told_at > ${now}::timestamptz - interval '1 hour'
           and not exists (select from hotline.calls k where k.exchange_call = r.call_id)
         order by told_at limit 8`)} as rings,
      (select count(*)::int from hotline.call_backs where state = 'waiting') as "callBacks",
      exists (select from hotline.shifts where staff_id = ${staffId} and ended_at is null) as "onDuty",
      (select jsonb_build_object('name', s.name, 'words', h.hand_over, 'at', h.ended_at)
         from hotline.shifts h join kernel.staff s on s.id = h.staff_id
        where h.hand_over <> '' and h.ended_at > ${now}::timestamptz - interval '2 days'
        order by h.ended_at desc limit 1) as "handOver"`.execute(tx);
  const [desk] = rows;
  if (desk === undefined) throw new Error('a select without a table has one row');
  return desk;
}

function lines(select: ReturnType<typeof sql>) {
  return sql`coalesce((select jsonb_agg(l) from (${select}) l), '[]')`;
}
