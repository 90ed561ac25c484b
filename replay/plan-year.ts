import { CaseBook } from './case-book.ts';
import { planHalls } from './plan-halls.ts';
import type { Served } from './plan-sector.ts';
import { makeUpResident } from './made-up.ts';
import { countDays, type DayCounts, type ReceptionDay, receptionDays } from './plan-days.ts';
import type { DayPlan, Deed, KeyedDeed, PlannedRating } from './planned-deed.ts';
import { between, makeId, pick, type Random, randomOf } from './random.ts';
import { Offers, type ReplayCity } from './replay-city.ts';
import { scaleYear } from './scale-year.ts';
import { isChosen } from './spread.ts';
import type { YearFile } from './year-file.ts';

export interface PlanOptions {
  readonly file: YearFile;
  readonly city: ReplayCity;
  /** 1 = as many as the document prints. */
  readonly scale: number;
  readonly seed: number;
}

interface Plan extends PlanOptions {
  /** Seeds everything random, and begins every key. */
  readonly name: string;
  readonly offers: Offers;
  readonly book: CaseBook;
}

/** The whole year, day by day; the same for the same file, city, scale and seed. */
export function* planYear(options: PlanOptions): Generator<DayPlan> {
  const { file, city, scale, seed } = options;
  const name = `${file.year}/${seed}/${scale}`;
  const days = receptionDays(file);
  const offers = new Offers(city, file.lines);
  const counts = scaleYear(file, scale);
  const dayCounts = countDays({ file, counts, offers, seed: name }, days);
  const plan: Plan = { ...options, name, offers, book: new CaseBook({ file, city, seed: name, days }) };
  let rated = 0;
  for (const day of days) {
    const today = dayCounts[day.index];
    if (today === undefined) throw new RangeError(`no counts of ${day.date}`);
    const isPositive = (index: number) => isChosen(rated + index, counts.positive, counts.ratings);
    yield planDay(plan, day, today, isPositive);
    rated += today.ratings;
  }
}

function planDay(
  plan: Plan,
  day: ReceptionDay,
  counts: DayCounts,
  isPositive: (index: number) => boolean,
): DayPlan {
  const random = randomOf(plan.name, 'day', day.date);
  const { halls, served, registered, desk, course } = planHalls(plan, day, counts, random);
  desk.push(...enterResidents(plan, day, counts.residents, random));
  const keyed = (stream: string, deeds: readonly Deed[]): readonly KeyedDeed[] =>
    deeds
      .toSorted((a, b) => a.at - b.at)
      .map((deed, index) => ({ ...deed, key: `replay/${plan.name}/${day.date}/${stream}/${index}` }));
  return {
    date: day.date,
    registered: keyed('register', registered),
    halls: {
      registration: keyed('registration', halls.registration),
      social: keyed('social', halls.social),
      administrative: keyed('administrative', halls.administrative),
    },
    desk: keyed('desk', desk),
    course: course.map((deeds, lane) => keyed(`course-${lane}`, deeds)),
    ratings: rate({ served, day, count: counts.ratings, isPositive }, random).map((rating, index) => ({
      ...rating,
      key: `replay/${plan.name}/${day.date}/rating/${index}`,
    })),
  };
}

function enterResidents(
  { file, city }: Plan,
  day: ReceptionDay,
  count: number,
  random: Random,
): readonly Deed[] {
  return Array.from({ length: count }, () => {
    const at = between(random, day.opens, day.closes);
    const resident = makeUpResident(random, file.year);
    return {
      action: 'community-register.enter-resident',
      at,
      by: pick(random, city.clerks),
      input: { id: makeId(random, at), ...resident },
    };
  });
}

/** Of those received, who answers how it was: every visit at most once. */
function rate(
  {
    served,
    day,
    count,
    isPositive,
  }: {
    readonly served: readonly Served[];
    readonly day: ReceptionDay;
    readonly count: number;
    readonly isPositive: (index: number) => boolean;
  },
  random: Random,
): readonly Omit<PlannedRating, 'key'>[] {
  const answering = served
    .map((visit) => ({ visit, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .slice(0, count);
  return answering.map(({ visit: { ticketId, until } }, index) => {
    const positive = isPositive(index);
    return {
      at: Math.min(until + between(random, 1, 20) * 60_000, day.closes),
      ticketId,
      mark: positive ? (random() < 0.8 ? 5 : 4) : between(random, 1, 3),
      recommend: positive ? between(random, 8, 10) : between(random, 0, 6),
    };
  });
}
