import type { Weekday } from './epoch-day.ts';
import type { Certainty, Validity } from './validity.ts';

export type HolidayRule =
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number }
  /** Days after Orthodox Easter Sunday: 0 Easter, 49 Trinity. */
  | { readonly kind: 'easter'; readonly offset: number };

export interface Holiday extends Validity {
  /** Message key: `calendar:holidays.newYear`. */
  readonly name: string;
  readonly rule: HolidayRule;
  readonly article: string;
  readonly certainty: Certainty;
}

/** A holiday on a day off gives the next working day off. */
export interface MoveRule extends Validity {
  readonly article: string;
  readonly certainty: Certainty;
}

/** `[from, to)`; inside it holidays are working days and no day off moves. */
export interface MartialLaw {
  readonly from: string;
  readonly to: string | null;
  readonly article: string;
}

/** What the city decides of one date; it stands over everything else. */
export interface LocalDay {
  readonly date: string;
  readonly working: boolean;
  /** The city's own words, printed as they are. */
  readonly reason: string;
}

/**
 * The calendar by which terms are counted. Pure data, never changed in place: what is computed
 * from it is remembered with the object, so an administrator's edit makes a new one.
 */
export interface LegalCalendar {
  readonly weekend: readonly Weekday[];
  readonly weekendArticle: string;
  readonly holidays: readonly Holiday[];
  readonly moves: readonly MoveRule[];
  readonly martialLaw: readonly MartialLaw[];
  readonly localDays: readonly LocalDay[];
}
