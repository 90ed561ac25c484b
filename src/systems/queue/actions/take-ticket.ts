import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { getService } from '../../service-catalogue/index.ts';
import { getClass } from '../class-store.ts';
import { hallChanged } from '../hall-live.ts';
import { expectDuration, lookAhead, takeTicketNumber } from '../join-queue.ts';
import { orderKey } from '../order-key.ts';
import { SECTORS } from '../sector.ts';
import { insertVisit } from '../ticket-store.ts';
import { hallCode, serviceCode, waitView } from '../ticket-view.ts';

const input = z
  .object({
    /** Made by an importer, so that its later deeds can name the ticket. */
    id: z.uuid().optional(),
    hall: hallCode,
    sector: z.enum(SECTORS).optional(),
    serviceCode: serviceCode.optional(),
    classCode: z.string().max(60).optional(),
  })
  .refine((given) => given.sector !== undefined || given.serviceCode !== undefined, {
    error: 'queue:input.sectorOrService',
    path: ['sector'],
  });

const output = z.object({
  ticketId: z.uuid(),
  visitId: z.uuid(),
  number: z.string(),
  /** Opens `/tickets/<code>` and `/rate/<code>`. */
  code: z.string(),
  sector: z.enum(SECTORS),
  /** How many of the sector are called before. */
  ahead: z.int(),
  /** Minutes; null when no window of the sector is open. */
  waitMinutes: waitView,
});

export const takeTicket = defineAction({
  name: 'queue.take-ticket',
  title: { uk: 'Узяти талон', en: 'Take a ticket' },
  input,
  output,
  may: ['resident'],
  importable: true,
  async run(deed, given) {
    const { tx, now, imported } = deed;
    const place = await findPlace(deed, given);
    const ahead = await lookAhead(tx, place, place.key);
    const expected = await expectDuration(tx, place);
    const ticketId = given.id ?? uuid();
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
      class_code: given.classCode ?? null,
      class_state: given.classCode === undefined ? 'none' : 'declared',
      order_key: place.key,
      joined_at: now,
      queued_at: now,
      directed_to: null,
      expected_seconds: expected,
      estimate_from: ahead.wait?.from ?? null,
      estimate_to: ahead.wait?.to ?? null,
      imported,
    });
    deed.about({ kind: 'ticket', id: ticketId });
    hallChanged(deed, place.hall);
    return {
      ticketId,
      visitId,
      number,
      code,
      sector: place.sector,
      ahead: ahead.ahead,
      waitMinutes: ahead.wait,
    };
  },
});

/** Where the person joins: the service's own sector, else the chosen one; and the place by class. */
async function findPlace({ tx, now, imported }: Deed, given: z.output<typeof input>) {
  const day = kyivDate(now);
  const service = given.serviceCode === undefined ? null : await getService(tx, given.serviceCode, day);
  const sector = service?.sector ?? given.sector;
  if (sector === undefined) throw new Refusal('queue:input.sectorOrService', {}, 422);
  const credit =
    given.classCode === undefined ? 0 : (await getClass(tx, given.classCode, day)).credit_minutes;
  return { hall: given.hall, day, now, service, sector, imported, key: orderKey(now, credit) };
}
