import type { CaseBook } from './case-book.ts';
import type { DayCounts, ReceptionDay } from './plan-days.ts';
import { type Draft, draftApplications } from './plan-drafts.ts';
import { type Errand, planSector, type Served } from './plan-sector.ts';
import type { Deed } from './planned-deed.ts';
import { makeId, type Random } from './random.ts';
import type { HallWindow, Offers, ReplayCity } from './replay-city.ts';
import { spread } from './spread.ts';
import { type Sector, SECTORS, type YearFile } from './year-file.ts';

interface Plan {
  readonly file: YearFile;
  readonly city: ReplayCity;
  readonly offers: Offers;
  readonly book: CaseBook;
}

/** What a day's halls did. */
export interface Halls {
  readonly halls: Record<Sector, readonly Deed[]>;
  readonly served: Served[];
  readonly registered: Deed[];
  readonly desk: Deed[];
  /** By lane. */
  readonly course: readonly Deed[][];
}

/** Applications, results and consultations of a day brought to windows by its visitors. */
export function planHalls(plan: Plan, day: ReceptionDay, counts: DayCounts, random: Random): Halls {
  const { file, city, book } = plan;
  const drafts = Map.groupBy(draftApplications(plan, day.date, counts.lines, random), ({ sector }) => sector);
  const { steps: course, handOuts } = book.agenda(day.index);
  const wanted = SECTORS.map((sector) => (drafts.get(sector)?.length ?? 0) + handOuts[sector].length / 2);
  const crowd = wanted.some((weight) => weight > 0) ? wanted : [1, 0, 1];
  const visitors = spread(counts.visitors, crowd);
  const consultations = spread(counts.consultations, crowd);
  const all: Halls = {
    halls: { registration: [], social: [], administrative: [] },
    served: [],
    registered: [],
    desk: [],
    course,
  };
  for (const [index, sector] of SECTORS.entries()) {
    const people = visitors[index] ?? 0;
    const noShows = (file.hallwork.noShowShare * people) / (1 - file.hallwork.noShowShare);
    const { deeds, served } = planSector({
      day,
      hall: file.hall,
      sector,
      visitors: people,
      noShows: Math.floor(noShows + random()),
      errands: [
        ...(drafts.get(sector) ?? []).map((draft) => register(plan, draft, day, all, random)),
        ...handOuts[sector].map((waiting) => handOut(waiting, all, random)),
        ...Array.from({ length: consultations[index] ?? 0 }, () => consult(plan, sector, all, random)),
      ],
      windows: windowsOf(city, sector),
      clerks: city.clerks,
      random,
    });
    all.halls[sector] = deeds;
    all.served.push(...served);
  }
  book.forget(day.index);
  return all;
}

function register(
  { book }: Plan,
  draft: Draft,
  day: ReceptionDay,
  { registered }: Halls,
  random: Random,
): Errand {
  return {
    minutes: 3 + 5 * random(),
    ...(draft.service === null ? {} : { serviceCode: draft.service.code }),
    write: (at, clerk, ticketId) => void registered.push(book.register(draft, { day, at, clerk, ticketId })),
  };
}

function handOut(
  { caseId, lane }: { readonly caseId: string; readonly lane: number },
  { course }: Halls,
  random: Random,
): Errand {
  const action = 'applications.hand-out-result';
  return {
    minutes: 1 + 2 * random(),
    write: (at, clerk) => void course[lane]?.push({ action, at, by: clerk, input: { caseId } }),
  };
}

function consult({ file }: Plan, sector: Sector, { desk }: Halls, random: Random): Errand {
  return {
    minutes: 2 + 4 * random(),
    write: (at, clerk, ticketId) =>
      void desk.push({
        action: 'applications.record-consultation',
        at,
        by: clerk,
        input: {
          id: makeId(random, at),
          ...(ticketId === undefined ? {} : { ticketId }),
          sector,
          synthetic: file.labels.consultation,
        },
      }),
  };
}

/** Windows of this sector alone: only they call its people in the order of coming and no others. */
function windowsOf({ windows }: ReplayCity, sector: Sector): readonly HallWindow[] {
  return windows
    .filter(({ sectors }) => sectors.length === 1 && sectors[0] === sector)
    .toSorted((a, b) => a.number - b.number);
}
