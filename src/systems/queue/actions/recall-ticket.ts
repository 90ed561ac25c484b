import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { logRecall } from '../call-store.ts';
import { findOpenFreeze } from '../hall-store.ts';
import { performOnTicket } from '../ticket-deed.ts';
import { ticketView, viewTicket } from '../ticket-view.ts';

export const recallTicket = defineAction({
  name: 'queue.recall-ticket',
  title: { uk: 'Викликати ще раз', en: 'Call again' },
  input: z.object({ ticketId: z.uuid() }),
  output: z.object({ ticket: ticketView }),
  may: ['administrator', 'head'],
  importable: true,
  async run(deed, { ticketId }) {
    const { ticket } = await performOnTicket(
      deed,
      ticketId,
      'recall',
      sql`recalled_at = ${deed.now}, call_count = t.call_count + 1`,
    );
    const freeze = deed.imported ? undefined : await findOpenFreeze(deed.tx, ticket.hall);
    if (freeze !== undefined) throw new Refusal('queue:refusals.hallFrozen');
    await logRecall(deed.tx, ticket);
    return { ticket: viewTicket(ticket) };
  },
});
