import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { callNext as callNextInOrder } from '../call-store.ts';
import { callerOf, noteMove } from '../ticket-deed.ts';
import { ticketView, viewTicket } from '../ticket-view.ts';

export const callNext = defineAction({
  name: 'queue.call-next',
  title: { uk: 'Викликати наступного', en: 'Call the next visitor' },
  input: z.object({ windowId: z.uuid('queue:input.window').optional() }),
  /** `ticket` is null when nobody waits for this window. */
  output: z.object({ windowNumber: z.int(), ticket: ticketView.nullable() }),
  may: ['administrator', 'head'],
  importable: true,
  async run(deed, { windowId }) {
    const { place, ticket } = await callNextInOrder(deed.tx, callerOf(deed, windowId));
    if (ticket !== null) noteMove(deed, ticket, 'waiting');
    return { windowNumber: place.windowNumber, ticket: ticket === null ? null : viewTicket(ticket) };
  },
});
