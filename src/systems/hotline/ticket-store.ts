import { type RawBuilder, sql } from 'kysely';
import type { Deed } from '../../kernel/actions/define.ts';
import { notFound } from '../../kernel/actions/refusal.ts';
import {
  type AdvancedCase,
  advanceCase,
  type CaseChange,
  type CaseInHand,
} from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { newsOf, writeFollowers } from './letters/write-followers.ts';
import { hotlineChanged } from './hotline-live.ts';
import { type Channel, TICKET, type Urgency } from './ticket.ts';

/** One deed on a ticket: locked, judged, written, journalled, shown on the boards. `set` are columns of its row. */
export async function advanceTicket(
  deed: Deed,
  caseId: string,
  change: (found: CaseInHand) => Omit<CaseChange, 'beside'> & { readonly set?: RawBuilder<unknown> },
): Promise<AdvancedCase> {
  const done = await advanceCase(deed, TICKET, caseId, (found) => {
    const { set, ...wanted } = change(found);
    const also = set === undefined ? sql`` : sql`, ${set}`;
    return {
      ...wanted,
      beside: sql`update hotline.tickets set changed_at = ${deed.now}${also} where case_id = ${caseId}`,
    };
  });
  deed.about({ kind: 'case', id: caseId });
  if (done.state !== done.before.state) deed.changed('state', done.before.state, done.state);
  hotlineChanged(deed);
  const news = done.state === done.before.state ? null : newsOf(done.before.state, done.state);
  if (news !== null) await writeFollowers(deed, done, news);
  return done;
}

export interface TicketRow {
  readonly topic: string;
  readonly topicName: string;
  readonly topicNameEn: string;
  readonly urgency: Urgency;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly houseId: string | null;
  readonly address: string | null;
  readonly place: string;
  readonly text: string;
  readonly doneWords: string | null;
  readonly doneOn: string | null;
  readonly inTerm: boolean | null;
  readonly reallyDone: boolean | null;
  readonly mark: number | null;
  readonly comment: string | null;
  readonly reopened: number;
  readonly mediaUrl: string;
  readonly event: TicketEvent | null;
}

/** The mass event that a ticket is a part of. */
export interface TicketEvent {
  readonly id: string;
  readonly title: string;
  readonly isOver: boolean;
  /** How it ended; '' while it goes on. */
  readonly result: string;
}

/** @throws Refusal 404. */
export async function getTicketRow(tx: Transaction, caseId: string): Promise<TicketRow> {
  const { rows } = await sql<TicketRow>`
    select t.topic, p.name as "topicName", p.name_en as "topicNameEn", t.urgency, t.channel,
           t.received_at as "receivedAt", t.house_id as "houseId", t.address, t.place, t.body as text,
           t.done_words as "doneWords", t.done_on as "doneOn", t.in_term as "inTerm", t.really_done as "reallyDone",
           t.mark, t.comment, t.reopened, t.media_url as "mediaUrl",
           case when v.id is not null then jsonb_build_object(
             'id', v.id, 'title', v.title, 'isOver', v.ended_at is not null, 'result', v.result) end as event
      from hotline.tickets t join hotline.topics p on p.code = t.topic
      left join hotline.events v on v.id = t.event_id where t.case_id = ${caseId}`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw notFound('hotline:refusals.noSuchTicket');
  return found;
}
