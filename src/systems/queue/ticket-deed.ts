import type { RawBuilder } from 'kysely';
import { hasRole } from '../../kernel/actions/actor.ts';
import type { Deed } from '../../kernel/actions/define.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Caller } from './call-store.ts';
import { hallChanged } from './hall-live.ts';
import { type Mover, type Moved, moveTicket } from './ticket-store.ts';
import type { Ticket, TicketVerb } from './ticket.ts';

export function moverOf({ actor, imported }: Pick<Deed, 'actor' | 'imported'>): Mover {
  return { staffId: actor.staffId, isHead: hasRole(actor, 'head'), imported };
}

/** Who calls now. An import must name its window: the past has no seats. */
export function callerOf(deed: Deed, windowId: string | undefined): Caller {
  const { actor, imported, now } = deed;
  if (actor.staffId === null) throw new Refusal('actions:refusals.signInFirst', {}, 401);
  if (imported && windowId === undefined) throw new Refusal('queue:refusals.nameWindow', {}, 422);
  return { clerkId: actor.staffId, windowId: windowId ?? null, imported, now, day: kyivDate(now) };
}

/** Moves a ticket, journals its state before and after, and tells the boards. */
export async function performOnTicket(
  deed: Deed,
  ticketId: string,
  verb: TicketVerb,
  set: RawBuilder<unknown>,
): Promise<Moved> {
  const moved = await moveTicket(deed.tx, ticketId, verb, moverOf(deed), set);
  noteMove(deed, moved.ticket, moved.stateBefore);
  return moved;
}

export function noteMove(deed: Deed, ticket: Ticket, stateBefore: string): void {
  deed.about({ kind: 'ticket', id: ticket.id });
  deed.changed('state', stateBefore, ticket.state);
  hallChanged(deed, ticket.hall);
}
