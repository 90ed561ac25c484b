import { SECTORS, type Sector } from '../sector.ts';
import type { OpenWindow, Span } from './simulate-day.ts';

/** What a real ticket tells of a window: when it was busy, and with whom. Seconds of the day in Kyiv. */
export interface Work extends Span {
  readonly window: number;
  readonly sector: Sector;
  /** All sectors that the window receives. */
  readonly receives: readonly Sector[];
}

/** One window in one hour: the sector it worked for most, and whom it could receive. */
export interface WindowHour {
  readonly window: number;
  readonly hour: number;
  readonly sector: Sector;
  readonly receives: readonly Sector[];
}

export const SPLITS = ['as-it-was', 'own', 'any'] as const;
/** Whom a window takes: as on that day, its own sector alone, or everyone. */
export type Split = (typeof SPLITS)[number];

/** Windows by sector and hour: `counts.get('social 9')`. */
export type Staffing = ReadonlyMap<string, number>;

export const cell = (sector: Sector, hour: number): string => `${sector} ${hour}`;

const HOUR = 3600;

/** The hours in which each window worked. An hour in which it called nobody and had nobody is a closed one. */
export function windowHours(works: readonly Work[]): readonly WindowHour[] {
  const seconds = new Map<
    string,
    { readonly work: Work; readonly hour: number; spent: Map<Sector, number> }
  >();
  for (const work of works) {
    for (let hour = Math.floor(work.from / HOUR); hour * HOUR < Math.max(work.to, work.from + 1); hour += 1) {
      const key = `${work.window} ${hour}`;
      const found = seconds.get(key) ?? { work, hour, spent: new Map<Sector, number>() };
      seconds.set(key, found);
      const part = Math.min(work.to, (hour + 1) * HOUR) - Math.max(work.from, hour * HOUR);
      found.spent.set(work.sector, (found.spent.get(work.sector) ?? 0) + Math.max(1, part));
    }
  }
  return [...seconds.values()]
    .map(({ work, hour, spent }) => ({
      window: work.window,
      hour,
      sector: [...spent].reduce((most, one) => (one[1] > most[1] ? one : most))[0],
      receives: work.receives,
    }))
    .toSorted((a, b) => a.hour - b.hour || a.window - b.window);
}

export function countStaffing(hours: readonly WindowHour[]): Staffing {
  const counts = new Map<string, number>();
  for (const { sector, hour } of hours)
    counts.set(cell(sector, hour), (counts.get(cell(sector, hour)) ?? 0) + 1);
  return counts;
}

/** The same hours with other numbers: what is too much goes home, what is missing is a window of that sector alone. */
export function restaff(hours: readonly WindowHour[], wanted: Staffing): readonly WindowHour[] {
  const kept = new Map<string, number>();
  const stay = hours.filter(({ sector, hour }) => {
    const key = cell(sector, hour);
    const count = kept.get(key) ?? 0;
    if (count >= (wanted.get(key) ?? count + 1)) return false;
    kept.set(key, count + 1);
    return true;
  });
  const fresh = [...wanted].flatMap(([key, count]) => {
    const [name, hour] = key.split(' ');
    const sector = SECTORS.find((one) => one === name);
    const missing = Math.max(0, count - (kept.get(key) ?? 0));
    if (sector === undefined) return [];
    // Numbers that no window has: the n-th added one of a sector is the same all day.
    return Array.from({ length: missing }, (_, index) => ({
      window: -1 - (index * SECTORS.length + SECTORS.indexOf(sector)),
      hour: Number(hour),
      sector,
      receives: [sector],
    }));
  });
  return [...stay, ...fresh];
}

/**
 * The windows of a day. Those that work in its last hour stay until everyone is served, as clerks do; hours in
 * a row are one span.
 */
export function openWindows(hours: readonly WindowHour[], split: Split): readonly OpenWindow[] {
  const lastHour = Math.max(...hours.map(({ hour }) => hour));
  const byWindow = Map.groupBy(hours, ({ window }) => window);
  return [...byWindow].map(([, own]) => ({
    spans: own
      .toSorted((a, b) => a.hour - b.hour)
      .map((one) => ({
        from: one.hour * HOUR,
        to: one.hour === lastHour ? Number.POSITIVE_INFINITY : (one.hour + 1) * HOUR,
        sectors: sectorsOf(one, split),
      })),
  }));
}

function sectorsOf({ sector, receives }: WindowHour, split: Split): readonly Sector[] {
  switch (split) {
    case 'as-it-was':
      return receives.includes(sector) ? receives : [sector, ...receives];
    case 'own':
      return [sector];
    case 'any':
      return SECTORS;
  }
}
