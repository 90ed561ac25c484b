export const VISIT_STATES = ['booked', 'came', 'no-show', 'cancelled', 'not-recorded'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** What may become of a visit. A card may be written late, when the night has closed the day. */
export const TRANSITIONS = {
  receive: { from: ['booked', 'not-recorded'], to: 'came' },
  miss: { from: ['booked', 'not-recorded'], to: 'no-show' },
  cancel: { from: ['booked'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly VisitState[]; to: VisitState }>;

/** How a question ended at the reception; the last is for imports only. */
export const OUTCOMES = ['solved', 'explained', 'refused', 'appeal', 'not-stated'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const CARD_OUTCOMES = [
  'solved',
  'explained',
  'refused',
  'appeal',
] as const satisfies readonly Outcome[];

export const VISIT_CHANNELS = ['site', 'telephone', 'desk', 'walk-in'] as const;
export type VisitChannel = (typeof VISIT_CHANNELS)[number];

/** How far ahead places are offered. */
export const DAYS_AHEAD = 62;
/** As many questions fit on a card. */
export const MOST_QUESTIONS = 5;
/** More than this an hour are not people: the city of the sources received 271 in a year. */
export const BOOKINGS_AN_HOUR = 30;

export const NO_TOPIC = 'not-stated';

/** «+38 *** ** 33»: enough to recognise, not enough to call. */
export function maskPhone(phone: string): string {
  return phone === '' ? '' : `*** ${phone.replaceAll(/\D/g, '').slice(-2)}`;
}
