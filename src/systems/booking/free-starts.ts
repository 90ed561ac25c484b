import { STEP_MINUTES, STEP_MS } from './slot-plan.ts';

/** Longer than this is arranged with the Centre, not booked. */
export const MOST_STEPS = 18;
/** A visit is not booked for the next minutes: the person has to come, and walk-ins stand there already. */
export const LEAD_MINUTES = 30;
/** How far ahead visits may be booked. */
export const DAYS_AHEAD = 14;

export interface Slot {
  readonly startsAt: Date;
  readonly free: number;
}

/** How many steps a visit takes: each person has every service. `minutes` of each service. */
export function stepsNeeded(minutes: readonly number[], people: number): number {
  const all = minutes.reduce((sum, one) => sum + one, 0) * people;
  return Math.max(1, Math.ceil(all / STEP_MINUTES));
}

/** The moments at which a visit of so many steps may begin: each of its slots is free and they touch. `slots` in order of time. */
export function freeStarts(slots: readonly Slot[], steps: number, notBefore: Date): readonly Date[] {
  // How many free slots follow one another from here on, this one counted.
  const runs: number[] = [];
  for (let index = slots.length - 1; index >= 0; index -= 1) {
    const slot = slots[index];
    const next = slots[index + 1];
    if (slot === undefined || slot.free <= 0) runs[index] = 0;
    else {
      const touches = next?.startsAt.getTime() === slot.startsAt.getTime() + STEP_MS;
      runs[index] = 1 + (touches ? (runs[index + 1] ?? 0) : 0);
    }
  }
  return slots.flatMap(({ startsAt }, index) =>
    (runs[index] ?? 0) >= steps && startsAt >= notBefore ? [startsAt] : [],
  );
}

/** What is free in one sector, and how many steps the visit needs there. */
export interface LegSlots {
  readonly slots: readonly Slot[];
  readonly steps: number;
}

/** The moments at which a visit of several sectors may begin: each leg has its steps free where the one before ends. */
export function freeStartsOfLegs(legs: readonly LegSlots[], notBefore: Date): readonly Date[] {
  const [first, ...others] = legs;
  if (first === undefined) return [];
  const further = others.map(({ slots, steps }) => ({
    steps,
    starts: new Set(freeStarts(slots, steps, notBefore).map((at) => at.getTime())),
  }));
  return freeStarts(first.slots, first.steps, notBefore).filter((startsAt) => {
    let at = endOf(startsAt, first.steps).getTime();
    return further.every(({ steps, starts }) => {
      const fits = starts.has(at);
      at += steps * STEP_MS;
      return fits;
    });
  });
}

/** The end of a visit. */
export function endOf(startsAt: Date, steps: number): Date {
  return new Date(startsAt.getTime() + steps * STEP_MS);
}
