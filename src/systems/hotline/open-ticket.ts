import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { openCase } from '../../kernel/cases/index.ts';
import { findUnitByCode } from '../../kernel/identity/unit-store.ts';
import { addressLine, findAddresses } from '../address-register/index.ts';
import { findEventOf, type KnownPlace } from './event-store.ts';
import { hotlineChanged } from './hotline-live.ts';
import { getTopic, routeOf } from './routing.ts';
import { BOOK, type Channel, plainPhone, termOf, TICKET, ticketTitle, type Urgency } from './ticket.ts';

export interface NewTicket {
  readonly id?: string | undefined;
  readonly topic: string;
  readonly urgency: Urgency;
  readonly channel: Channel;
  readonly houseId?: string | undefined;
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
  /** Where no house is known: the caller's own words. */
  readonly place?: string | undefined;
  readonly text: string;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly synthetic?: string | undefined;
}

/** The whole city's line keeps what no rule routes. */
const FALLBACK = 'citizens-appeals';

/** Opens a ticket at the body whose topic and place it is; number, clock and row in one statement. */
export async function openTicket(deed: Deed, given: NewTicket) {
  const on = kyivDate(deed.now);
  const id = given.id ?? uuid();
  const topic = await getTopic(deed.tx, given.topic, on);
  const place = await placeOf(deed, given, on);
  const eventId = await findEventOf(deed.tx, topic.code, knownPlace(place), deed.now);
  const unitId =
    (await routeOf(deed.tx, topic.code, place.district, on)) ??
    (await findUnitByCode(deed.tx, FALLBACK))?.id ??
    null;
  const opened = await openCase(deed, {
    id,
    kind: TICKET,
    book: BOOK,
    title: ticketTitle(topic.name, place.address),
    state: 'new',
    applicant: applicantOf(given),
    unitId,
    holder: unitId === null ? { kind: 'front-office', unitId: deed.actor.unitId } : { kind: 'body', unitId },
    term: termOf(given.urgency),
    words: [given.text, given.place ?? ''],
    beside: insertTicket(deed, id, given, place, eventId),
  });
  deed.about({ kind: 'case', id });
  hotlineChanged(deed);
  const { number, trackingCode, dueOn } = opened;
  return { caseId: id, number, trackingCode, dueOn };
}

interface Place {
  readonly houseId: string | null;
  readonly streetId: string | null;
  readonly address: string | null;
  readonly district: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

async function placeOf(deed: Deed, { houseId, lat, lon }: NewTicket, on: string): Promise<Place> {
  const [house] = houseId === undefined ? [] : await findAddresses(deed.tx, [houseId]);
  return {
    houseId: house?.id ?? null,
    streetId: house?.streetId ?? null,
    address: house === undefined ? null : addressLine(house, on),
    district: house?.district?.code ?? '',
    lat: lat ?? house?.lat ?? null,
    lon: lon ?? house?.lon ?? null,
  };
}

/** The register writes '' for no district, an event asks for null. */
function knownPlace({ houseId, streetId, district }: Place): KnownPlace {
  return { houseId, streetId, district: district === '' ? null : district };
}

function applicantOf({ name = '', phone = '', email = '' }: NewTicket) {
  const told = { name, phone: plainPhone(phone), email };
  const given = Object.entries(told).filter(([, value]) => value !== '');
  if (given.length === 0) return null;
  return { kind: name === '' ? ('unknown' as const) : ('person' as const), ...Object.fromEntries(given) };
}

function insertTicket(deed: Deed, id: string, given: NewTicket, place: Place, eventId: string | null) {
  return sql`
    insert into hotline.tickets
      (case_id, topic, urgency, channel, received_on, received_at, changed_at, house_id, address, district, lat, lon,
       place, body, phone, event_id, synthetic)
    values (${id}, ${given.topic}, ${given.urgency}, ${given.channel}, ${kyivDate(deed.now)}, ${deed.now}, ${deed.now},
            ${place.houseId}, ${place.address}, ${place.district}, ${place.lat}, ${place.lon}, ${given.place ?? ''},
            ${given.text}, ${plainPhone(given.phone ?? '')}, ${eventId}, ${deed.imported ? (given.synthetic ?? null) : null})`;
}
