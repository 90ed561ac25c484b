import type { Random } from './random.ts';
import type { ReceptionDay } from './plan-days.ts';
import type { HallWindow } from './replay-city.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Of a window's hours, how much it is wanted to be busy: so people wait some ten minutes. */
const BUSY = 0.9;
/** Tickets are given out until so long before closing. */
const LAST_ARRIVAL = 35 * MINUTE;

/** A person who comes to a hall; `minutes` at the window, null for one who does not answer the call. */
export interface Coming {
  readonly minutes: number | null;
}

/** The way of one person through the hall; moments are milliseconds of the epoch. */
export interface Passage {
  readonly coming: number;
  readonly window: HallWindow;
  readonly arrives: number;
  readonly called: number;
  readonly begins: number;
  readonly ends: number;
}

/**
 * Plays a sector's day: everyone comes at some moment and is called in the order of coming by the
 * window that is free first. As many windows open as the day needs. All ends before closing.
 */
export function playHall(
  day: ReceptionDay,
  comings: readonly Coming[],
  windows: readonly HallWindow[],
  random: Random,
): readonly Passage[] {
  const arrivals = comings.map(() => arrivalOf(day, random)).toSorted((a, b) => a - b);
  const work = comings.reduce((sum, { minutes }) => sum + (minutes ?? 2) * MINUTE, 0);
  const needed = Math.ceil(work / ((day.closes - day.opens) * BUSY));
  for (let open = Math.max(1, needed), pace = 1; ; open++) {
    const seats = windows.slice(0, open);
    if (open > windows.length) pace *= 0.8;
    const passages = callInOrder({ comings, arrivals, seats, pace });
    if (passages.every(({ ends }) => ends <= day.closes)) return passages;
  }
}

/** Most come in the morning. */
function arrivalOf(day: ReceptionDay, random: Random): number {
  const span = day.closes - day.opens - LAST_ARRIVAL;
  return day.opens + Math.floor(span * random() ** 1.25);
}

function callInOrder(hall: {
  readonly comings: readonly Coming[];
  readonly arrivals: readonly number[];
  readonly seats: readonly HallWindow[];
  /** Below 1 where the day is too full for its windows. */
  readonly pace: number;
}): readonly Passage[] {
  const freeFrom = hall.seats.map(() => 0);
  return hall.comings.map(({ minutes }, coming) => {
    const arrives = hall.arrivals[coming] ?? 0;
    const seat = freeFrom.indexOf(Math.min(...freeFrom));
    const window = hall.seats[seat];
    if (window === undefined) throw new RangeError('a hall without windows');
    const called = Math.max(
      arrives + 4 * SECOND,
      (freeFrom[seat] ?? 0) + Math.round(12 * SECOND * hall.pace),
    );
    const begins = called + Math.round(25 * SECOND * hall.pace);
    const ends = minutes === null ? called + 90 * SECOND : begins + Math.round(minutes * MINUTE * hall.pace);
    freeFrom[seat] = ends;
    return { coming, window, arrives, called, begins, ends };
  });
}
