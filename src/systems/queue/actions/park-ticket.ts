import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { performOnTicket } from '../ticket-deed.ts';
import { ticketView, viewTicket } from '../ticket-view.ts';

export const parkTicket = defineAction({
  name: 'queue.park-ticket',
  title: { uk: 'Відкласти талон', en: 'Park a ticket' },
  input: z.object({ ticketId: z.uuid() }),
  output: z.object({ ticket: ticketView }),
  may: ['administrator', 'head'],
  importable: true,
  async run(deed, { ticketId }) {
    const { ticket } = await performOnTicket(deed, ticketId, 'park', sql`parked_at = ${deed.now}`);
    return { ticket: viewTicket(ticket) };
  },
});
