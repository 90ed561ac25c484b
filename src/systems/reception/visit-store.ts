import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { type Actor, hasRole } from '../../kernel/actions/actor.ts';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { ticketCode } from '../queue/index.ts';
import { writeVisitLetter } from './letters/visit-letters.ts';
import { placesOf } from './places.ts';
import { TRANSITIONS, type VisitChannel, type VisitState } from './reception.ts';
import { listClosures, listHours, lockTimetable } from './timetable-store.ts';

export interface Visit {
  readonly id: string;
  readonly code: string;
  readonly leaderId: string;
  readonly leader: string;
  readonly position: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly place: string;
  readonly state: VisitState;
  readonly channel: VisitChannel;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly question: string;
}

export const VISIT_COLUMNS = sql`
  v.id, v.code, v.staff_id as "leaderId", s.name as leader, s.position, v.starts_at as "startsAt", v.minutes, v.place,
  v.state, v.channel, v.name, v.phone, v.email, v.address, v.question`;

/** @throws Refusal 404. */
export async function getVisit(
  tx: Transaction,
  by: { readonly id: string } | { readonly code: string },
): Promise<Visit> {
  const found = 'id' in by ? sql`v.id = ${by.id}` : sql`v.code = ${by.code}`;
  const { rows } = await sql<Visit>`
    select ${VISIT_COLUMNS} from reception.visits v join kernel.staff s on s.id = v.staff_id where ${found}`.execute(
    tx,
  );
  const [visit] = rows;
  if (visit === undefined) throw notFound('reception:refusals.noSuchVisit');
  return visit;
}

export interface NewVisit {
  readonly leaderId: string;
  readonly startsAt: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly question: string;
  readonly channel: VisitChannel;
}

/**
 * Takes a place. Of those who take it at once one gets it: the unique index of the table decides.
 * @throws Refusal 409 where it is taken, or the person is expected by this leader already; 422 where
 * the timetable has no such place.
 */
export async function takePlace(deed: Deed, given: NewVisit): Promise<Visit> {
  const { tx, now } = deed;
  await lockTimetable(tx, given.leaderId, 'share');
  const startsAt = new Date(given.startsAt);
  const day = kyivDate(startsAt);
  const places = placesOf(await listHours(tx, day), await listClosures(tx, day), day, day);
  const place = places.find(
    (one) => one.leaderId === given.leaderId && one.startsAt.getTime() === startsAt.getTime(),
  );
  if (place === undefined || startsAt <= now) throw new Refusal('reception:refusals.noSuchPlace', {}, 422);
  const id = uuid();
  const { rows } = await sql`
    insert into reception.visits (id, code, staff_id, starts_at, minutes, place, state, channel, name, phone, email,
                                  question, created_at)
    values (${id}, ${freshCode()}, ${given.leaderId}, ${startsAt}, ${place.minutes}, ${place.place}, 'booked',
            ${given.channel}, ${given.name}, ${given.phone}, ${given.email}, ${given.question}, ${now})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) throw await whyNotTaken(tx, given.leaderId, startsAt);
  deed.about({ kind: 'reception-visit', id });
  const visit = await getVisit(tx, { id });
  await writeVisitLetter(deed, visit, 'booked');
  return visit;
}

async function whyNotTaken(tx: Transaction, leaderId: string, startsAt: Date): Promise<Refusal> {
  const { rows } = await sql`
    select from reception.visits
     where staff_id = ${leaderId} and starts_at = ${startsAt} and state <> 'cancelled'`.execute(tx);
  return new Refusal(rows.length > 0 ? 'reception:refusals.placeTaken' : 'reception:refusals.alreadyBooked');
}

/** One deed on a visit in a statement that holds its row: of two at once one succeeds. */
export async function moveVisit(deed: Deed, id: string, verb: keyof typeof TRANSITIONS): Promise<Visit> {
  const { from, to } = TRANSITIONS[verb];
  const { rows } = await sql<{ before: VisitState }>`
    with old as (select id, state from reception.visits where id = ${id} for update)
    update reception.visits v set state = ${to}, ended_at = ${deed.now}
      from old where v.id = old.id and old.state = any(${[...from]}::text[])
    returning old.state as before`.execute(deed.tx);
  const visit = await getVisit(deed.tx, { id });
  const [moved] = rows;
  if (moved === undefined) throw new Refusal(`reception:refusals.state.${visit.state}`);
  deed.about({ kind: 'reception-visit', id });
  deed.changed('state', moved.before, to);
  return visit;
}

/** A leader's eyes and hands reach their own reception only. */
export function requireOwnReception(actor: Actor, leaderId: string): void {
  if (hasRole(actor, 'registrar', 'auditor') || actor.staffId === leaderId) return;
  throw new Refusal('reception:refusals.otherLeader', {}, 403);
}

/** Eight letters that cannot be mistaken for one another. */
function freshCode(): string {
  return ticketCode(randomBytes(32)) ?? freshCode();
}
