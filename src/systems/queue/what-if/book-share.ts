import { GREATEST_CREDIT_MINUTES } from '../order-key.ts';
import type { Sector } from '../sector.ts';
import type { Span, Visitor } from './simulate-day.ts';

const MINUTE = 60;
const STEP = 10 * MINUTE;

/**
 * The same people, so many per cent of each sector with a booked visit: every n-th of them comes not when he came
 * but at a booked time, spread evenly over the sector's hours, with the place that a booking gives.
 * Nobody is added and nobody lost.
 */
export function bookShare(
  visitors: readonly Visitor[],
  share: number,
  hoursOf: (sector: Sector) => Span,
): readonly Visitor[] {
  return [...Map.groupBy(visitors, ({ sector }) => sector)].flatMap(([sector, all]) => {
    const ordered = all.toSorted((a, b) => a.arrivesAt - b.arrivesAt);
    // By Bresenham's rule: as even as whole people can be.
    const isBooked = ordered.map(
      (_, index) => Math.floor(((index + 1) * share) / 100) > Math.floor((index * share) / 100),
    );
    const booked = isBooked.filter(Boolean).length;
    const hours = hoursOf(sector);
    let place = 0;
    return ordered.map((visitor, index) => {
      if (isBooked[index] !== true) return visitor;
      const arrivesAt = hours.from + Math.floor(((hours.to - hours.from) * place) / booked / STEP) * STEP;
      place += 1;
      return { ...visitor, arrivesAt, orderKey: arrivesAt - GREATEST_CREDIT_MINUTES * MINUTE };
    });
  });
}
