import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { performOnTicket } from '../ticket-deed.ts';
import { ticketView, viewTicket } from '../ticket-view.ts';

export const markNoShow = defineAction({
  name: 'queue.mark-no-show',
  title: { uk: 'Не з’явився', en: 'Mark a no-show' },
  input: z.object({ ticketId: z.uuid() }),
  output: z.object({ ticket: ticketView }),
  may: ['administrator', 'head'],
  importable: true,
  async run(deed, { ticketId }) {
    const { ticket } = await performOnTicket(deed, ticketId, 'mark-no-show', sql`ended_at = ${deed.now}`);
    return { ticket: viewTicket(ticket) };
  },
});
