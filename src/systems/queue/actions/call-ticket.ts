import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { callTicket as callNamedTicket } from '../call-store.ts';
import { callerOf, moverOf, noteMove } from '../ticket-deed.ts';
import { whyNot } from '../ticket-store.ts';
import { ticketView, viewTicket } from '../ticket-view.ts';

export const callTicket = defineAction({
  name: 'queue.call-ticket',
  title: { uk: 'Викликати цей талон', en: 'Call this ticket' },
  input: z.object({ ticketId: z.uuid(), windowId: z.uuid('queue:input.window').optional() }),
  output: z.object({ windowNumber: z.int(), ticket: ticketView }),
  may: ['administrator', 'head'],
  importable: true,
  async run(deed, { ticketId, windowId }) {
    const { place, ticket } = await callNamedTicket(deed.tx, callerOf(deed, windowId), ticketId);
    if (ticket === null) throw await whyNot(deed.tx, ticketId, 'call', moverOf(deed));
    noteMove(deed, ticket, ticket.parked_at === null ? 'waiting' : 'parked');
    return { windowNumber: place.windowNumber, ticket: viewTicket(ticket) };
  },
});
