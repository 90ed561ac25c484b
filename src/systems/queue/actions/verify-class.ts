import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { judgeClass } from '../class-store.ts';
import { moverOf, noteMove } from '../ticket-deed.ts';
import { getTicket } from '../ticket-store.ts';
import { ticketView, viewTicket } from '../ticket-view.ts';

/**
 * The original document was shown, or not. Without it the credit is taken away; one who was already
 * called goes back to the place that everyone else has.
 */
export const verifyClass = defineAction({
  name: 'queue.verify-class',
  title: { uk: 'Перевірити пільгу', en: 'Verify a privileged class' },
  input: z.object({ ticketId: z.uuid(), accepted: z.boolean() }),
  output: z.object({ ticket: ticketView }),
  may: ['administrator', 'head'],
  importable: true,
  async run(deed, { ticketId, accepted }) {
    const before = await getTicket(deed.tx, ticketId);
    const ticket = await judgeClass(deed.tx, before, accepted, moverOf(deed));
    deed.changed('class_state', before.class_state, ticket.class_state);
    noteMove(deed, ticket, before.state);
    return { ticket: viewTicket(ticket) };
  },
});
