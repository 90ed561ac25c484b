import type { Sector } from './year-file.ts';

/** One deed of the past; `at` in milliseconds of the epoch. */
export interface Deed {
  readonly action: string;
  readonly at: number;
  /** Login of the one who did it; a resident's own deed has none. */
  readonly by?: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface KeyedDeed extends Deed {
  /** The same in every run of the same plan, so that a repeat is known as one. */
  readonly key: string;
}

/** A rating waits for the code that the server prints on the ticket. */
export interface PlannedRating {
  readonly key: string;
  readonly at: number;
  readonly ticketId: string;
  readonly mark: number;
  readonly recommend: number;
}

/**
 * A day in streams. Within a stream deeds stand in the order of time and are sent in it; streams of
 * one day need not wait for one another, but `course` and `ratings` come after the others.
 */
export interface DayPlan {
  readonly date: string;
  /** Registering, in the order of the numbers. */
  readonly registered: readonly KeyedDeed[];
  readonly halls: Readonly<Record<Sector, readonly KeyedDeed[]>>;
  /** Consultations and residents entered. */
  readonly desk: readonly KeyedDeed[];
  /** What happens to cases afterwards, each case in one of the lanes. */
  readonly course: readonly (readonly KeyedDeed[])[];
  readonly ratings: readonly PlannedRating[];
}
