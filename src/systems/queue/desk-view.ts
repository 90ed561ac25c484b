import { z } from 'zod';
import type { Transaction } from '../../kernel/database/database.ts';
import { tellServices } from '../service-catalogue/index.ts';
import { listClasses, type PrivilegedClass } from './class-store.ts';
import type { Ticket } from './ticket.ts';
import { ticketView, viewTicket } from './ticket-view.ts';

/** A ticket with what the clerk reads of it. */
export const deskTicket = ticketView.extend({
  serviceName: z.string().nullable(),
  className: z.string().nullable(),
  /** The original document that proves the class. */
  classDocument: z.string().nullable(),
  classArticle: z.string().nullable(),
});
export type DeskTicket = z.output<typeof deskTicket>;

/** Tickets with the names of their services and classes as of that day. */
export async function viewForDesk(
  tx: Transaction,
  tickets: readonly Ticket[],
  day: string,
): Promise<DeskTicket[]> {
  const classes = tickets.some(({ class_code }) => class_code !== null) ? await listClasses(tx, day) : [];
  const codes = tickets.flatMap(({ service_code }) => service_code ?? []);
  const names = new Map((await tellServices(tx, codes, day)).map(({ code, name }) => [code, name]));
  return tickets.map((ticket) => viewOne(ticket, names, classes));
}

function viewOne(
  ticket: Ticket,
  names: ReadonlyMap<string, string>,
  classes: readonly PrivilegedClass[],
): DeskTicket {
  const found = classes.find(({ code }) => code === ticket.class_code);
  return {
    ...viewTicket(ticket),
    serviceName: ticket.service_code === null ? null : (names.get(ticket.service_code) ?? null),
    className: found?.name ?? null,
    classDocument: found?.document ?? null,
    classArticle: found?.article ?? null,
  };
}

export const minutesSince = (from: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - from.getTime()) / 60_000));
