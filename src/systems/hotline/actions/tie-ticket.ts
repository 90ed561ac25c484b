import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { lockOpenEvent } from '../event-store.ts';
import { caseIdInput, deedView, viewDeed } from '../ticket-input.ts';
import { advanceTicket } from '../ticket-store.ts';

export const tieTicket = defineAction({
  name: 'hotline.tie-ticket',
  title: { uk: 'Пов’язати заявку з масовою подією', en: 'Tie a ticket to a mass event' },
  may: ['operator', 'leader'],
  /** `eventId` null takes the tie away. */
  input: z.object({ caseId: caseIdInput, eventId: z.uuid('hotline:input.eventMissing').nullable() }),
  output: deedView,
  async run(deed, { caseId, eventId }) {
    if (eventId !== null) await lockOpenEvent(deed, eventId);
    const done = await advanceTicket(deed, caseId, (found) => {
      if (!found.isOpen) throw new Refusal('hotline:refusals.ticketClosed', { number: found.number });
      return { event: eventId === null ? 'untied' : 'tied', set: sql`event_id = ${eventId}` };
    });
    return viewDeed(done);
  },
});
