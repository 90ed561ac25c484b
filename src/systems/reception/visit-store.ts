import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { type Actor, hasRole } from '../../kernel/actions/actor.ts';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import { ticketCode } from '../queue/index.ts';
import { writeVisitLetter } from './letters/visit-letters.ts';
import { type Place, placesLeft, placesOf } from './places.ts';
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
  const place = await getPlace(deed, given.leaderId, new Date(given.startsAt));
  const id = await insertVisit(deed, place, given);
  if (id === null) throw await whyNotTaken(deed.tx, place);
  const visit = await getVisit(deed.tx, { id });
  await writeVisitLetter(deed, visit, 'booked');
  return visit;
}

/** A place of the timetable that is still ahead; the timetable is held so that no closure slips past. */
async function getPlace({ tx, now }: Deed, leaderId: string, startsAt: Date): Promise<Place> {
  const places = await placesOfDay(tx, leaderId, kyivDate(startsAt));
  const place = places.find((one) => one.startsAt.getTime() === startsAt.getTime());
  if (place === undefined || startsAt <= now) throw new Refusal('reception:refusals.noSuchPlace', {}, 422);
  return place;
}

async function placesOfDay(tx: Transaction, leaderId: string, day: string): Promise<readonly Place[]> {
  await lockTimetable(tx, leaderId, 'share');
  const places = placesOf(await listHours(tx, day), await listClosures(tx, day), day, day);
  return places.filter((one) => one.leaderId === leaderId);
}

/** Null where the place is taken, or the person is expected by this leader already. */
async function insertVisit(
  deed: Deed,
  place: Place,
  given: Omit<NewVisit, 'leaderId' | 'startsAt'>,
): Promise<string | null> {
  const id = uuid();
  const { rows } = await sql`
    insert into reception.visits (id, code, staff_id, starts_at, minutes, place, state, channel, name, phone, email,
                                  question, created_at)
    values (${id}, ${freshCode()}, ${place.leaderId}, ${place.startsAt}, ${place.minutes}, ${place.place}, 'booked',
            ${given.channel}, ${given.name}, ${given.phone}, ${given.email}, ${given.question}, ${deed.now})
    on conflict do nothing returning id`.execute(deed.tx);
  if (rows.length === 0) return null;
  deed.about({ kind: 'reception-visit', id });
  return id;
}

/**
 * Somebody came without booking: gets the first time that is left today, also that of one who did not
 * come. @throws Refusal 409 where none is left.
 */
export async function takeTimeLeft(
  deed: Deed,
  leaderId: string,
  given: Pick<NewVisit, 'name' | 'phone' | 'email' | 'question'>,
): Promise<Visit> {
  const places = await placesOfDay(deed.tx, leaderId, kyivDate(deed.now));
  for (const place of placesLeft(places, deed.now)) {
    const id = await insertVisit(deed, place, { ...given, channel: 'walk-in' });
    if (id !== null) return getVisit(deed.tx, { id });
    if (!(await isTaken(deed.tx, place))) throw new Refusal('reception:refusals.alreadyBooked');
  }
  throw new Refusal('reception:refusals.noTimeLeft');
}

/**
 * Moves a booking to another time of the same leader; the old time is free at once, and nobody can
 * slip between: it is one statement under the unique index.
 */
export async function moveToPlace(deed: Deed, visit: Visit, startsAt: Date): Promise<Visit> {
  const place = await getPlace(deed, visit.leaderId, startsAt);
  const moved = sql`
    update reception.visits set starts_at = ${place.startsAt}, minutes = ${place.minutes}, place = ${place.place},
           reminded_at = null
     where id = ${visit.id} and state = 'booked' and starts_at = ${visit.startsAt}`.execute(deed.tx);
  const { numAffectedRows } = await whenBroken(moved, { visits_place: 'reception:refusals.placeTaken' });
  if (numAffectedRows !== 1n) throw new Refusal('reception:refusals.movedMeanwhile');
  deed.about({ kind: 'reception-visit', id: visit.id });
  deed.changed('startsAt', visit.startsAt.toISOString(), place.startsAt.toISOString());
  const after = await getVisit(deed.tx, { id: visit.id });
  await writeVisitLetter(deed, after, 'moved');
  return after;
}

async function whyNotTaken(tx: Transaction, place: Place): Promise<Refusal> {
  const isPlace = await isTaken(tx, place);
  return new Refusal(isPlace ? 'reception:refusals.placeTaken' : 'reception:refusals.alreadyBooked');
}

async function isTaken(tx: Transaction, { leaderId, startsAt }: Place): Promise<boolean> {
  const { rows } = await sql`
    select from reception.visits
     where staff_id = ${leaderId} and starts_at = ${startsAt} and state not in ('cancelled', 'no-show')`.execute(
    tx,
  );
  return rows.length > 0;
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

/** What concerns all leaders is the registrar's. */
export function requireRegistrar(actor: Actor): void {
  if (!hasRole(actor, 'registrar')) throw new Refusal('reception:refusals.otherLeader', {}, 403);
}

/** Eight letters that cannot be mistaken for one another. */
function freshCode(): string {
  return ticketCode(randomBytes(32)) ?? freshCode();
}
