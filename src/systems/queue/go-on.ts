import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { getService } from '../service-catalogue/index.ts';
import { hallChanged } from './hall-live.ts';
import { expectDuration } from './join-queue.ts';
import { bookedKey } from './order-key.ts';
import { insertTicket } from './ticket-store.ts';
import type { Ticket } from './ticket.ts';

/**
 * The next ticket of a visit that is booked in several sectors: the same number and code, the place of a
 * booking in the next sector. Nothing where the visit ends here.
 */
export async function goOn(deed: Deed, served: Ticket): Promise<void> {
  const [next, ...rest] = served.further ?? [];
  if (next === undefined) return;
  const { tx, now, imported } = deed;
  const service = await getService(tx, next.serviceCode, served.day);
  const { sector } = service;
  const place = { hall: served.hall, day: served.day, now, sector, service, imported };
  const id = uuid();
  await insertTicket(tx, {
    ...served,
    id,
    came_from: served.id,
    sector,
    service_code: service.code,
    order_key: bookedKey(now, new Date(next.bookedFor)),
    // At the window nobody waits: the wait for the second sector begins now.
    joined_at: now,
    queued_at: now,
    directed_to: null,
    expected_seconds: await expectDuration(tx, place),
    estimate_from: null,
    estimate_to: null,
    further: rest.length === 0 ? null : rest,
  });
  deed.about({ kind: 'ticket', id });
  hallChanged(deed, served.hall);
}
