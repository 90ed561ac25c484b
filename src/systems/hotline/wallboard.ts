import { sql } from 'kysely';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import { TICKET } from './ticket.ts';

/** A call nobody told the end of is not shown longer than this. */
const RING_MINUTES = 60;

export interface Wallboard {
  readonly calls: number;
  readonly atOnce: number;
  readonly callBacks: number;
  readonly lateCallBacks: number;
  readonly open: number;
  readonly overdue: number;
  readonly onDuty: number;
  readonly events: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly until: string;
    readonly calls: number;
  }[];
  /** `key` is the exchange's id of the call; personal is the telephone alone. */
  readonly rings: readonly {
    readonly key: string;
    readonly phone: string;
    readonly at: string;
    readonly answered: boolean;
  }[];
}

/** All that the board shows, in one statement: one moment, one truth. */
export async function readWallboard(tx: Database | Transaction, now: Date): Promise<Wallboard> {
  const today = kyivDate(now);
  const { rows } = await sql<Wallboard>`
    select
      called.calls, called."atOnce", waiting."callBacks", waiting."lateCallBacks", tickets.open, tickets.overdue,
      (select count(*)::int from hotline.shifts where ended_at is null) as "onDuty",
      coalesce((select jsonb_agg(e order by e.until) from (
        select id, title, text, until_at as until,
               (select count(*)::int from hotline.calls c where c.event_id = v.id) as calls
          from hotline.events v
         where ended_at is null and begins_at <= ${now} and until_at > ${now}) e), '[]') as events,
      coalesce((select jsonb_agg(r order by r.at) from (
        select call_id as key, phone, told_at as at, answered_at is not null as answered
          from hotline.rings r
         where ended_at is null and told_at > ${now}::timestamptz - make_interval(mins => ${RING_MINUTES})
           and not exists (select from hotline.calls c where c.exchange_call = r.call_id)
         order by told_at desc limit 20) r), '[]') as rings
    from (select count(*)::int as calls, (count(*) filter (where outcome in ('answered', 'event')))::int as "atOnce"
            from hotline.calls where day = ${today}) called,
         (select count(*)::int as "callBacks", (count(*) filter (where due_at < ${now}))::int as "lateCallBacks"
            from hotline.call_backs where state = 'waiting') waiting,
         (select count(*)::int as open, (count(*) filter (where due_on < ${today}))::int as overdue
            from kernel.cases where kind = ${TICKET.name} and is_open and state <> 'done') tickets`.execute(
    tx,
  );
  const [board] = rows;
  if (board === undefined) throw new Error('a select without a table has one row');
  return board;
}
