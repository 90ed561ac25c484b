import { type RawBuilder, sql } from 'kysely';
import type { Deed } from '../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';

/** A caller's place as the address register tells it; what is not known is null. */
export interface KnownPlace {
  readonly houseId: string | null;
  readonly streetId: string | null;
  readonly district: string | null;
}

/** Whether the event `v` is of this place: named houses or streets first, within its district. */
export function eventIsAt({ houseId, streetId, district }: KnownPlace): RawBuilder<unknown> {
  return sql`coalesce(
    (v.district = '' or v.district = ${district})
    and ((v.street_ids = '{}' and v.house_ids = '{}')
         or ${streetId}::uuid = any(v.street_ids) or ${houseId}::uuid = any(v.house_ids)), false)`;
}

/** The closer an event's place is told, the sooner it is offered: houses, streets, a district, the city. */
export const CLOSEST_FIRST = sql`
  v.house_ids <> '{}' desc, v.street_ids <> '{}' desc, v.district <> '' desc, v.until_at, v.id`;

/** The running event that a trouble of this topic at this place is a part of. */
export async function findEventOf(
  tx: Transaction,
  topic: string,
  place: KnownPlace,
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select v.id from hotline.events v
     where v.ended_at is null and v.begins_at <= ${now} and v.until_at > ${now} and v.topic = ${topic}
       and ${eventIsAt(place)}
     order by ${CLOSEST_FIRST} limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

export interface OpenEvent {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly until: Date;
}

/** An event that nobody has ended yet, locked: two who end it are not both right. @throws Refusal. */
export async function lockOpenEvent({ tx }: Deed, eventId: string): Promise<OpenEvent> {
  const { rows } = await sql<OpenEvent & { endedAt: Date | null }>`
    select id, title, text, until_at as until, ended_at as "endedAt" from hotline.events
     where id = ${eventId} for update`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw notFound('hotline:refusals.noSuchEvent');
  if (found.endedAt !== null) throw new Refusal('hotline:refusals.eventOver');
  return found;
}
