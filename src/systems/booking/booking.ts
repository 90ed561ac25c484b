import type { Leg } from './slot-store.ts';
import type { Sector } from '../service-catalogue/index.ts';

export const BOOKING_STATES = [
  'held',
  'confirmed',
  'arrived',
  'served',
  'cancelled',
  'expired',
  'no-show',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

type Verb = 'confirm' | 'cancel' | 'expire' | 'move' | 'check-in' | 'miss' | 'end';

/** What may become of a visit. `move` keeps the state. */
export const TRANSITIONS = {
  confirm: { from: ['held'], to: 'confirmed' },
  cancel: { from: ['held', 'confirmed'], to: 'cancelled' },
  expire: { from: ['held'], to: 'expired' },
  move: { from: ['confirmed'], to: 'confirmed' },
  'check-in': { from: ['confirmed'], to: 'arrived' },
  miss: { from: ['confirmed', 'arrived'], to: 'no-show' },
  end: { from: ['arrived'], to: 'served' },
} as const satisfies Record<Verb, { from: readonly BookingState[]; to: BookingState }>;

/** What is to be thought of beforehand for a person to be received well. */
export const ASSISTANCE = ['sign-language', 'wheelchair', 'reading'] as const;
export type Assistance = (typeof ASSISTANCE)[number];

/** How long a visit is kept for someone who has not confirmed it yet. */
export const HOLD_MINUTES = 5;
/** Open visits of one address at a time, and attempts a day: nobody collects slots or fills a stranger's letter box. */
export const MOST_OPEN = 3;
export const MOST_HOLDS_A_DAY = 10;
export const MOST_PEOPLE = 8;
export const MOST_SERVICES = 5;

export interface Booking {
  readonly id: string;
  readonly code: string;
  readonly confirm_word: string | null;
  readonly hall: string;
  readonly sector: Sector;
  readonly service_codes: readonly string[];
  readonly starts_at: Date;
  /** Of the first sector. */
  readonly steps: number;
  /** The sectors after the first, each from where the one before ends. */
  readonly further: readonly Leg[];
  readonly all_steps: number;
  readonly people: number;
  readonly state: BookingState;
  readonly held_until: Date | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly assistance: Assistance | null;
  readonly contact: Buffer;
  readonly created_at: Date;
  readonly ticket_id: string | null;
}

/** Held by now, or no longer, whatever the job has got to. */
export function stateAt(
  { state, held_until }: Pick<Booking, 'state' | 'held_until'>,
  now: Date,
): BookingState {
  return state === 'held' && held_until !== null && held_until <= now ? 'expired' : state;
}
