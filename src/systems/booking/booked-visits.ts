import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import { type Booking, type BookingState, stateAt } from './booking.ts';

export interface BookedVisit {
  /** `/booking/<code>` is its page. */
  readonly code: string;
  readonly state: BookingState;
  readonly startsAt: Date;
  readonly serviceCodes: readonly string[];
}

/** Visits of these codes, the next first; codes that are not there are left out. */
export async function findBookedVisits(
  tx: Transaction,
  codes: readonly string[],
  now: Date,
): Promise<readonly BookedVisit[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<Booking>`
    select * from booking.bookings where code = any(${codes}::text[]) order by starts_at`.execute(tx);
  return rows.map((booking) => ({
    code: booking.code,
    state: stateAt(booking, now),
    startsAt: booking.starts_at,
    serviceCodes: booking.service_codes,
  }));
}
