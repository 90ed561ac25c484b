const HOUR_MS = 3_600_000;
/** A letter of the evening may be read in the morning. */
const OFFER_HOURS = 12;
/** Less than this is no time to read a letter and come. */
const LEAST_HOURS = 1;

/**
 * Until when a freed visit is kept for the one who waited for it: twelve hours, but never into the last
 * hour before the visit; null when that leaves less than an hour, so it goes to everyone.
 */
export function offerUntil(now: Date, startsAt: Date): Date | null {
  const until = Math.min(now.getTime() + OFFER_HOURS * HOUR_MS, startsAt.getTime() - HOUR_MS);
  return until - now.getTime() < LEAST_HOURS * HOUR_MS ? null : new Date(until);
}
