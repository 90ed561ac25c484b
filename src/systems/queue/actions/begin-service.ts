import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { performOnTicket } from '../ticket-deed.ts';
import { ticketView, viewTicket } from '../ticket-view.ts';

export const beginService = defineAction({
  name: 'queue.begin-service',
  title: { uk: 'Почати прийом', en: 'Begin a service' },
  input: z.object({ ticketId: z.uuid() }),
  output: z.object({ ticket: ticketView }),
  may: ['administrator', 'head'],
  importable: true,
  async run(deed, { ticketId }) {
    const { ticket } = await performOnTicket(
      deed,
      ticketId,
      'begin',
      sql`served_from = coalesce(t.served_from, ${deed.now})`,
    );
    return { ticket: viewTicket(ticket) };
  },
});
