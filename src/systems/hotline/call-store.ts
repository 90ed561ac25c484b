import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { type Outcome, plainPhone } from './ticket.ts';

export interface NewCall {
  readonly id: string;
  readonly phone: string;
  readonly name: string;
  readonly topic: string | null;
  readonly outcome: Outcome;
  readonly houseId?: string | undefined;
  readonly text: string;
  readonly answerId?: string | undefined;
  readonly eventId?: string | undefined;
  readonly told?: { readonly kind: string; readonly id: string } | undefined;
  readonly caseId: string | null;
  readonly exchangeCall?: string | undefined;
  readonly synthetic?: string | undefined;
}

/** @throws Refusal 409 where this call of the exchange, or this id, is written down already; 422 for an unknown answer. */
export async function insertCall(deed: Deed, call: NewCall): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into hotline.calls
      (id, at, day, phone, caller, topic, outcome, house_id, note, answer_id, event_id, case_id, operator_id,
       exchange_call, told, synthetic)
    values (${call.id}, ${deed.now}, ${kyivDate(deed.now)}, ${plainPhone(call.phone)}, ${call.name}, ${call.topic},
            ${call.outcome}, ${call.houseId ?? null}, ${call.text},
            (select id from hotline.answers where id = ${call.answerId ?? null}), ${call.outcome === 'event' ? (call.eventId ?? null) : null},
            ${call.caseId}, ${deed.actor.staffId}, ${call.exchangeCall ?? null},
            ${call.told === undefined ? null : `${call.told.kind}:${call.told.id}`},
            ${deed.imported ? (call.synthetic ?? null) : null})
    on conflict do nothing`.execute(deed.tx);
  if (numAffectedRows !== 1n) throw new Refusal('hotline:refusals.callKnown');
}

/** @throws Refusal where the event is over or was never announced. */
export async function requireEvent({ tx, now }: Deed, eventId: string): Promise<void> {
  const { rows } = await sql`
    select from hotline.events where id = ${eventId} and begins_at <= ${now}
       and least(until_at, coalesce(ended_at, 'infinity')) > ${now}`.execute(tx);
  if (rows.length === 0) throw new Refusal('hotline:refusals.eventOver');
}

const HOUR_MS = 3_600_000;

export async function insertCallBack(
  deed: Deed,
  callId: string,
  call: {
    readonly phone: string;
    readonly name: string;
    readonly text: string;
    readonly callBackAt?: Date | undefined;
  },
): Promise<string> {
  const id = uuid();
  const dueAt = call.callBackAt ?? new Date(deed.now.getTime() + HOUR_MS);
  await sql`
    insert into hotline.call_backs (id, call_id, phone, caller, about, due_at)
    values (${id}, ${callId}, ${plainPhone(call.phone)}, ${call.name}, ${call.text}, ${dueAt})`.execute(
    deed.tx,
  );
  return id;
}
