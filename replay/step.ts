import { COURSE_LANES } from './case-book.ts';
import type { DayPlan, KeyedDeed, PlannedRating } from './planned-deed.ts';
import { SECTORS } from './year-file.ts';

/** Some days of one plan that are sent together. */
export interface Step {
  readonly through: string;
  /** Deeds that need nothing but earlier steps; each stream is sent in its order, beside the others. */
  readonly first: readonly (readonly KeyedDeed[])[];
  /** What happens to cases and who rates a visit: only after `first` of the same step. */
  readonly second: readonly (readonly KeyedDeed[])[];
  readonly ratings: readonly PlannedRating[];
  readonly deeds: number;
  readonly visitors: number;
}

/** Gathers days until they are worth a round of requests. */
export function* stepsOf(days: Iterable<DayPlan>, deedsPerStep: number): Generator<Step> {
  let gathered: DayPlan[] = [];
  let count = 0;
  for (const day of days) {
    gathered.push(day);
    count += countOf(day);
    if (count < deedsPerStep) continue;
    yield stepOf(gathered);
    gathered = [];
    count = 0;
  }
  if (gathered.length > 0) yield stepOf(gathered);
}

function stepOf(days: readonly DayPlan[]): Step {
  return {
    through: days.at(-1)?.date ?? '',
    first: [
      days.flatMap(({ registered }) => registered),
      ...SECTORS.map((sector) => days.flatMap(({ halls }) => halls[sector])),
      days.flatMap(({ desk }) => desk),
    ],
    second: Array.from({ length: COURSE_LANES }, (_, lane) =>
      days.flatMap(({ course }) => course[lane] ?? []),
    ),
    ratings: days.flatMap(({ ratings }) => ratings),
    deeds: days.reduce((sum, day) => sum + countOf(day), 0),
    visitors: days.reduce(
      (sum, { halls }) => sum + SECTORS.reduce((all, sector) => all + received(halls[sector]), 0),
      0,
    ),
  };
}

function received(deeds: readonly KeyedDeed[]): number {
  return deeds.reduce((sum, { action }) => sum + (action === 'queue.finish-service' ? 1 : 0), 0);
}

function countOf({ registered, halls, desk, course, ratings }: DayPlan): number {
  const inHalls = SECTORS.reduce((sum, sector) => sum + halls[sector].length, 0);
  const later = course.reduce((sum, lane) => sum + lane.length, 0);
  return registered.length + inHalls + desk.length + later + ratings.length;
}
