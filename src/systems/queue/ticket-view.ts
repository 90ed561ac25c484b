import { z } from 'zod';
import { SECTORS } from './sector.ts';
import { CLASS_STATES, type Ticket, TICKET_STATES } from './ticket.ts';

/** A ticket as the staff see it: without its code, which is the visitor's key to the rating. */
export const ticketView = z.object({
  id: z.uuid(),
  visitId: z.uuid(),
  number: z.string(),
  sector: z.enum(SECTORS),
  serviceCode: z.string().nullable(),
  classCode: z.string().nullable(),
  classState: z.enum(CLASS_STATES),
  state: z.enum(TICKET_STATES),
  joinedAt: z.string(),
  queuedAt: z.string(),
  calledAt: z.string().nullable(),
  servedFrom: z.string().nullable(),
  parkedAt: z.string().nullable(),
  callCount: z.int(),
  directed: z.boolean(),
});
export type TicketView = z.output<typeof ticketView>;

export function viewTicket(ticket: Ticket): TicketView {
  return {
    id: ticket.id,
    visitId: ticket.visit_id,
    number: ticket.number,
    sector: ticket.sector,
    serviceCode: ticket.service_code,
    classCode: ticket.class_code,
    classState: ticket.class_state,
    state: ticket.state,
    joinedAt: ticket.joined_at.toISOString(),
    queuedAt: ticket.queued_at.toISOString(),
    calledAt: ticket.called_at?.toISOString() ?? null,
    servedFrom: ticket.served_from?.toISOString() ?? null,
    parkedAt: ticket.parked_at?.toISOString() ?? null,
    callCount: ticket.call_count,
    directed: ticket.directed_to !== null,
  };
}

export const waitView = z.object({ from: z.int(), to: z.int() }).nullable();

export const hallCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'queue:input.hallCode')
  .max(40);
export const serviceCode = z.string().min(1, 'queue:input.serviceCode').max(40);
export const civilDay = z.iso.date('queue:input.day');
