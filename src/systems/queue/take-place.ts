import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { getService } from '../service-catalogue/index.ts';
import { getClass } from './class-store.ts';
import { hallChanged } from './hall-live.ts';
import { expectDuration, lookAhead, takeTicketNumber } from './join-queue.ts';
import { bookedKey, orderKey } from './order-key.ts';
import type { Sector } from './sector.ts';
import { insertVisit } from './ticket-store.ts';
import type { FurtherLeg } from './ticket.ts';
import type { WaitEstimate } from './wait-estimate.ts';

/** Who comes and for what: a sector or a service must be named. */
export interface Coming {
  readonly id?: string | undefined;
  readonly hall: string;
  readonly sector?: Sector | undefined;
  readonly serviceCode?: string | undefined;
  readonly classCode?: string | undefined;
  /** The moment a visit was booked for; a class and a booking are not added up. */
  readonly bookedFor?: Date | undefined;
  /** Where a visit of several sectors goes on after this ticket is served, in order. */
  readonly further?: readonly FurtherLeg[] | undefined;
}

export interface Joined {
  readonly ticketId: string;
  readonly visitId: string;
  readonly number: string;
  readonly code: string;
  readonly sector: Sector;
  readonly ahead: number;
  readonly waitMinutes: WaitEstimate | null;
}

/** A ticket at its fair place in the queue. Locks the sector's book of numbers until the commit. */
export async function joinQueue(deed: Deed, coming: Coming): Promise<Joined> {
  const { tx, now, imported } = deed;
  const place = await findPlace(deed, coming);
  const ahead = await lookAhead(tx, place, place.key);
  const expected = await expectDuration(tx, place);
  const ticketId = coming.id ?? uuid();
  const visitId = uuid();
  // The book is locked until the commit, so the number is taken last.
  const { seq, number, code } = await takeTicketNumber(tx, place);
  await insertVisit(tx, {
    id: ticketId,
    visit_id: visitId,
    came_from: null,
    hall: place.hall,
    day: place.day,
    sector: place.sector,
    number,
    seq,
    code,
    service_code: place.service?.code ?? null,
    class_code: coming.classCode ?? null,
    class_state: coming.classCode === undefined ? 'none' : 'declared',
    order_key: place.key,
    joined_at: now,
    queued_at: now,
    directed_to: null,
    expected_seconds: expected,
    estimate_from: ahead.wait?.from ?? null,
    estimate_to: ahead.wait?.to ?? null,
    imported,
    further: coming.further === undefined || coming.further.length === 0 ? null : coming.further,
  });
  deed.about({ kind: 'ticket', id: ticketId });
  hallChanged(deed, place.hall);
  const { sector } = place;
  return { ticketId, visitId, number, code, sector, ahead: ahead.ahead, waitMinutes: ahead.wait };
}

/** Where the person joins: the service's own sector, else the chosen one; and the place by class or booking. */
async function findPlace({ tx, now, imported }: Deed, coming: Coming) {
  const day = kyivDate(now);
  const service = coming.serviceCode === undefined ? null : await getService(tx, coming.serviceCode, day);
  const sector = service?.sector ?? coming.sector;
  if (sector === undefined) throw new Refusal('queue:input.sectorOrService', {}, 422);
  const credit =
    coming.classCode === undefined ? 0 : (await getClass(tx, coming.classCode, day)).credit_minutes;
  const byClass = orderKey(now, credit);
  const byBooking = coming.bookedFor === undefined ? now : bookedKey(now, coming.bookedFor);
  const key = byBooking < byClass ? byBooking : byClass;
  return { hall: coming.hall, day, now, service, sector, imported, key };
}
