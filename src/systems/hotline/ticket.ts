import { type Actor, hasRole } from '../../kernel/actions/actor.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { CaseInHand, CaseTerm } from '../../kernel/cases/index.ts';
import type { CaseKind } from '../../kernel/cases/case-kind.ts';

export const STATES = ['new', 'in-work', 'done', 'confirmed', 'refused'] as const;
export type TicketState = (typeof STATES)[number];

export const URGENCIES = ['ordinary', 'urgent', 'emergency'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const CHANNELS = ['telephone', 'site', 'open311'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a call ended with. `not-stated`: a past journal that does not say. */
export const OUTCOMES = [
  'answered',
  'event',
  'ticket',
  'appeal',
  'call-back',
  'dropped',
  'not-stated',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** `ГЛ-2026-000012`. */
export const BOOK = { name: 'hotline', letters: 'ГЛ' } as const;

/** Done waits for the resident: the clock stands, and a ticket that nobody speaks of closes by itself. */
export const DAYS_TO_CONFIRM = 10;

export const TICKET: CaseKind = {
  name: 'hotline.ticket',
  system: 'hotline',
  title: { uk: 'Заявка гарячої лінії', en: 'Hotline ticket' },
  states: {
    new: { uk: 'прийнято', en: 'received' },
    'in-work': { uk: 'виконують', en: 'being done' },
    done: { uk: 'зроблено, чекає підтвердження', en: 'done, to be confirmed' },
    confirmed: { uk: 'виконано', en: 'done' },
    refused: { uk: 'не виконають', en: 'will not be done' },
  },
  open: ['new', 'in-work', 'done'],
  transitions: {
    new: ['in-work', 'refused'],
    'in-work': ['done', 'refused'],
    done: ['in-work', 'confirmed'],
  },
  staffPath: '/desk/hotline/tickets/:id',
  trackPath: '/problems/track',
};

export function termOf(urgency: Urgency): CaseTerm {
  return { ruleCode: `hotline-${urgency}` };
}

/** A body works on its own tickets; operators and the leadership oversee all. */
export function requireOwnTicket(found: Pick<CaseInHand, 'unitId' | 'number'>, actor: Actor): void {
  if (hasRole(actor, 'operator', 'leader')) return;
  if (found.unitId !== null && found.unitId === actor.unitId) return;
  throw new Refusal('hotline:refusals.otherUnit', { number: found.number }, 403);
}

/** «+380501234567» of what people type and exchanges send; the digits alone where it is no such number. */
export function plainPhone(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  if (/^380\d{9}$/.test(digits)) return `+${digits}`;
  if (/^80\d{9}$/.test(digits)) return `+3${digits}`;
  if (/^0\d{9}$/.test(digits)) return `+38${digits}`;
  return digits;
}

/** What stands in lists and on the map: no words of the caller. */
export function ticketTitle(topic: string, address: string | null): string {
  return address === null ? topic : `${topic} – ${address}`;
}
