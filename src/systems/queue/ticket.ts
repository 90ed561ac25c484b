import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Sector } from './sector.ts';

/** A ticket's life (DESIGN §4). `recalled` is a call repeated: the state stays `called`. */
export const TICKET_STATES = [
  'waiting',
  'called',
  'parked',
  'serving',
  'served',
  'no-show',
  'transferred',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** Somebody of the hall stands, or should stand, at a window. */
export const AT_WINDOW = ['called', 'serving'] as const satisfies readonly TicketState[];
/** May be called by a clerk. */
export const CALLABLE = ['waiting', 'parked'] as const satisfies readonly TicketState[];
/** Nothing more happens to the ticket. */
export const ENDED = ['served', 'no-show', 'transferred'] as const satisfies readonly TicketState[];

/** What is done to a ticket, and from which state to which. */
export const TRANSITIONS = {
  call: { from: CALLABLE, to: 'called' },
  recall: { from: ['called'], to: 'called' },
  // for a fee at the cash desk or a form to fill in: also in the midst of a service
  park: { from: ['called', 'serving'], to: 'parked' },
  begin: { from: ['called'], to: 'serving' },
  finish: { from: ['serving'], to: 'served' },
  // no document of the class: back to the place that everyone else has
  return: { from: ['called'], to: 'waiting' },
  'mark-no-show': { from: ['called', 'parked'], to: 'no-show' },
  transfer: { from: ['waiting', 'called', 'parked', 'serving'], to: 'transferred' },
} as const satisfies Record<string, { from: readonly TicketState[]; to: TicketState }>;
export type TicketVerb = keyof typeof TRANSITIONS;

export const CLASS_STATES = ['none', 'declared', 'verified', 'rejected'] as const;
/** A class is declared at the kiosk and verified at the window by an original document. */
export type ClassState = (typeof CLASS_STATES)[number];

/** Where a visit of several sectors goes on: a service, and the moment it is booked for (ISO). */
export interface FurtherLeg {
  readonly serviceCode: string;
  readonly bookedFor: string;
}

export interface Ticket {
  readonly id: string;
  readonly visit_id: string;
  readonly came_from: string | null;
  readonly hall: string;
  /** The date in Kyiv. */
  readonly day: string;
  readonly sector: Sector;
  /** As printed and spoken: `А-017`. */
  readonly number: string;
  readonly seq: number;
  /** Opens `/tickets/<code>` and `/rate/<code>`; one a visit. */
  readonly code: string;
  readonly service_code: string | null;
  readonly class_code: string | null;
  readonly class_state: ClassState;
  readonly state: TicketState;
  readonly order_key: Date;
  /** The moment of the first ticket of the visit: a transfer keeps it. */
  readonly joined_at: Date;
  readonly queued_at: Date;
  readonly called_at: Date | null;
  readonly recalled_at: Date | null;
  readonly parked_at: Date | null;
  readonly served_from: Date | null;
  readonly ended_at: Date | null;
  readonly wait_seconds: number | null;
  readonly call_count: number;
  readonly window_id: string | null;
  readonly clerk_id: string | null;
  readonly directed_to: string | null;
  readonly expected_seconds: number;
  readonly estimate_from: number | null;
  readonly estimate_to: number | null;
  readonly imported: boolean;
  /** What follows once this ticket is served, in order; null = nothing. */
  readonly further: readonly FurtherLeg[] | null;
}

export function isOneOf<S extends TicketState>(state: TicketState, states: readonly S[]): state is S {
  return states.some((one) => one === state);
}

export function canMove(state: TicketState, verb: TicketVerb): boolean {
  return isOneOf<TicketState>(state, TRANSITIONS[verb].from);
}

/** The state after the verb. Throws a `Refusal` that names the state in which the ticket is. */
export function stateAfter(ticket: Pick<Ticket, 'state' | 'number'>, verb: TicketVerb): TicketState {
  if (!canMove(ticket.state, verb)) {
    throw new Refusal(`queue:refusals.state.${ticket.state}`, { number: ticket.number });
  }
  return TRANSITIONS[verb].to;
}
