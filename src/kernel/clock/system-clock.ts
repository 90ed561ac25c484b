/** The only way to learn what time it is; rules take the moment as an argument. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export function fixedClock(moment: Date): Clock {
  return { now: () => new Date(moment) };
}

export interface TravellingClock extends Clock {
  /** Moves on by milliseconds; back when negative. */
  advance(milliseconds: number): void;
  travelTo(moment: Date): void;
}

/** A clock that stands until a test moves it, so that a test can live through a year. */
export function travellingClock(start: Date): TravellingClock {
  let moment = start.getTime();
  return {
    now: () => new Date(moment),
    advance: (milliseconds) => {
      moment += milliseconds;
    },
    travelTo: (target) => {
      moment = target.getTime();
    },
  };
}
