import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { readCrowd } from '../estimate-store.ts';
import { findOpenFreeze } from '../hall-store.ts';
import { SECTORS } from '../sector.ts';
import { findTicketByCode } from '../ticket-store.ts';
import { waitView } from '../ticket-view.ts';
import { normalCode } from '../ticket-number.ts';
import { TICKET_STATES } from '../ticket.ts';
import { estimateWait } from '../wait-estimate.ts';
import { findWindowNumber } from '../window-store.ts';

export const ticketStatus = defineQuery({
  name: 'queue.ticket-status',
  title: { uk: 'Де я в черзі', en: 'My place in the queue' },
  input: z.object({ code: z.string().max(20).transform(normalCode) }),
  output: z.object({
    code: z.string(),
    number: z.string(),
    hall: z.string(),
    sector: z.enum(SECTORS),
    serviceCode: z.string().nullable(),
    state: z.enum(TICKET_STATES),
    /** The ticket is of an earlier day. */
    isPast: z.boolean(),
    joinedAt: z.string(),
    /** How many are called before; null when the person does not wait. */
    ahead: z.int().nullable(),
    waitMinutes: waitView,
    window: z.int().nullable(),
    frozen: z.boolean(),
  }),
  may: ['resident'],
  async run({ tx, now }, { code }) {
    const ticket = await findTicketByCode(tx, code);
    if (ticket === undefined) throw notFound('queue:refusals.noSuchCode');
    const isPast = ticket.day !== kyivDate(now);
    const waits = ticket.state === 'waiting' && !isPast && !ticket.imported;
    const crowd = waits ? await readCrowd(tx, { ...ticket, place: ticket }) : null;
    const freeze = await findOpenFreeze(tx, ticket.hall);
    return {
      code: ticket.code,
      number: ticket.number,
      hall: ticket.hall,
      sector: ticket.sector,
      serviceCode: ticket.service_code,
      state: ticket.state,
      isPast,
      joinedAt: ticket.joined_at.toISOString(),
      ahead: crowd?.ahead ?? null,
      waitMinutes: crowd === null ? null : estimateWait(crowd),
      window: await findWindowNumber(tx, ticket.directed_to ?? ticket.window_id),
      frozen: freeze !== undefined,
    };
  },
});

export type TicketStatus = z.output<(typeof ticketStatus)['output']>;
