import { toEpochDay, weekdayOf } from '../../kernel/calendar/epoch-day.ts';
import { kyivInstant } from '../../kernel/calendar/kyiv-time.ts';
import type { Hours } from '../../kernel/calendar/reception-calendar.ts';
import { isInForce, type Validity } from '../../kernel/calendar/validity.ts';

/** Slots are as long as this; a visit takes as many in a row as it needs. */
export const STEP_MINUTES = 10;
export const STEP_MS = STEP_MINUTES * 60_000;

/** Windows of a sector in a part of a weekday; `share` is the per cent of them that may be booked. */
export interface CapacityRow extends Validity {
  /** Monday is 1. */
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly windows: number;
  readonly share: number;
}

export interface PlannedSlot {
  readonly startsAt: Date;
  readonly capacity: number;
}

/** How many windows may be booked; the rest stays for those who just come. */
export function bookable({ windows, share }: Pick<CapacityRow, 'windows' | 'share'>): number {
  return Math.floor((windows * share) / 100);
}

/**
 * The slots of one date and sector: every whole step within the reception hours (a break is a gap
 * between two of them, a closed day has none) in which a row of capacity lets somebody book.
 */
export function planDay(
  hours: readonly Hours[],
  rows: readonly CapacityRow[],
  date: string,
): readonly PlannedSlot[] {
  const weekday = weekdayOf(toEpochDay(date));
  const ofDay = rows.filter((row) => row.weekday === weekday && isInForce(row, date));
  return hours.flatMap((open) =>
    stepsWithin(open).flatMap((minute) => {
      const row = ofDay.find(
        ({ fromMinute, toMinute }) => fromMinute <= minute && minute + STEP_MINUTES <= toMinute,
      );
      const capacity = row === undefined ? 0 : bookable(row);
      return capacity === 0 ? [] : [{ startsAt: kyivInstant(date, clock(minute)), capacity }];
    }),
  );
}

function stepsWithin({ from, to }: Hours): readonly number[] {
  const first = Math.ceil(minuteOf(from) / STEP_MINUTES) * STEP_MINUTES;
  const count = Math.max(0, Math.floor((minuteOf(to) - first) / STEP_MINUTES));
  return Array.from({ length: count }, (_, index) => first + index * STEP_MINUTES);
}

/** `'09:30'` → 570; `'24:00'` → 1440. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** 570 → `'09:30'`. */
export function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
