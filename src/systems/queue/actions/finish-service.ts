import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { goOn } from '../go-on.ts';
import { performOnTicket } from '../ticket-deed.ts';
import { markVisitServed } from '../ticket-store.ts';
import { ticketView, viewTicket } from '../ticket-view.ts';

export const finishService = defineAction({
  name: 'queue.finish-service',
  title: { uk: 'Завершити прийом', en: 'Finish a service' },
  input: z.object({ ticketId: z.uuid() }),
  output: z.object({ ticket: ticketView }),
  may: ['administrator', 'head'],
  importable: true,
  async run(deed, { ticketId }) {
    const { ticket } = await performOnTicket(deed, ticketId, 'finish', sql`ended_at = ${deed.now}`);
    await markVisitServed(deed.tx, ticket.visit_id, deed.now);
    await goOn(deed, ticket);
    return { ticket: viewTicket(ticket) };
  },
});
