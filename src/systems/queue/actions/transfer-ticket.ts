import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { getService } from '../../service-catalogue/index.ts';
import { expectDuration } from '../join-queue.ts';
import { SECTORS } from '../sector.ts';
import { performOnTicket } from '../ticket-deed.ts';
import { getTicket, insertTicket, markVisitServed } from '../ticket-store.ts';
import { serviceCode, ticketView, viewTicket } from '../ticket-view.ts';
import type { Ticket } from '../ticket.ts';
import { getWindow } from '../window-store.ts';

const input = z
  .object({
    /** Id of the new ticket, made by an importer. */
    id: z.uuid().optional(),
    ticketId: z.uuid(),
    serviceCode: serviceCode.optional(),
    sector: z.enum(SECTORS).optional(),
    /** Only this window calls the ticket then. */
    windowId: z.uuid('queue:input.window').optional(),
  })
  .refine(({ serviceCode: service, sector, windowId }) => (service ?? sector ?? windowId) !== undefined, {
    error: 'queue:input.whereTo',
    path: ['serviceCode'],
  });

/**
 * Ends the ticket and begins another of the same visit with the same number, code and place in the
 * order: who has waited once does not wait again from the end.
 */
export const transferTicket = defineAction({
  name: 'queue.transfer-ticket',
  title: { uk: 'Передати до іншого вікна чи послуги', en: 'Transfer to another window or service' },
  input,
  output: z.object({ ticket: ticketView }),
  may: ['administrator', 'head'],
  importable: true,
  async run(deed, given) {
    const { tx, now } = deed;
    const { ticket: ended, stateBefore } = await performOnTicket(
      deed,
      given.ticketId,
      'transfer',
      sql`ended_at = ${now}`,
    );
    if (stateBefore === 'serving') await markVisitServed(tx, ended.visit_id, now);
    const id = given.id ?? uuid();
    await insertTicket(tx, {
      ...ended,
      ...(await findAim(deed, ended, given)),
      id,
      came_from: ended.id,
      queued_at: now,
    });
    deed.about({ kind: 'ticket', id });
    return { ticket: viewTicket(await getTicket(tx, id)) };
  },
});

/** Where the person goes: a service brings its sector; a bare window or sector keeps the service. */
async function findAim({ tx, now, imported }: Deed, from: Ticket, given: z.output<typeof input>) {
  const code = given.serviceCode ?? (given.sector === undefined ? from.service_code : null);
  const service = code === null ? null : await getService(tx, code, from.day);
  const sector = service?.sector ?? given.sector ?? from.sector;
  const window = given.windowId === undefined ? null : await getWindow(tx, given.windowId);
  if (window !== null && window.hall !== from.hall) throw notFound('queue:refusals.noSuchWindow');
  const expected = await expectDuration(tx, {
    hall: from.hall,
    day: from.day,
    now,
    sector,
    service,
    imported,
  });
  return {
    service_code: service?.code ?? null,
    sector,
    directed_to: window?.id ?? null,
    expected_seconds: expected,
    estimate_from: null,
    estimate_to: null,
  };
}
