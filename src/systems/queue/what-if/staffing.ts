import { SECTORS, type Sector } from '../sector.ts';
import { type OpenWindow, overlap, type Span } from './simulate-day.ts';

/** What a real ticket tells of a window: when it was busy, and with whom. Seconds of the day in Kyiv. */
export interface Work extends Span {
  readonly window: number;
  readonly sector: Sector;
  /** All sectors that the window receives. */
  readonly receives: readonly Sector[];
}

/** One window in a part of one hour: the sector it worked for most, and whom it could receive. */
export interface WindowHour extends Span {
  readonly window: number;
  readonly hour: number;
  readonly sector: Sector;
  readonly receives: readonly Sector[];
  /** At work for half of the hour or more; a shorter part is no window in the table. */
  readonly counted: boolean;
}

export const SPLITS = ['as-it-was', 'own', 'any'] as const;
/** Whom a window takes: as on that day, its own sector alone, or everyone. */
export type Split = (typeof SPLITS)[number];

/** Windows by sector and hour: `counts.get('social 9')`. */
export type Staffing = ReadonlyMap<string, number>;

export const cell = (sector: Sector, hour: number): string => `${sector} ${hour}`;

const HOUR = 3600;

/** A longer pause, through which somebody waited for the window, is an absence: lunch, or gone home. */
const LONGEST_PAUSE = 600;

/**
 * The hours in which each window was at work. Whether one sat idle or was away only shows when somebody
 * waited: without it a pause counts as open, for then it makes no difference to that day.
 */
export function windowHours(
  works: readonly Work[],
  waited: (during: Span, by: readonly Sector[]) => boolean,
) {
  const hours = [...Map.groupBy(works, ({ window }) => window)].flatMap(([window, own]) => {
    const ordered = own.toSorted((a, b) => a.from - b.from);
    const receives = ordered[0]?.receives ?? [];
    const isAway = (during: Span) => during.to - during.from > LONGEST_PAUSE && waited(during, receives);
    return spansOf(ordered, isAway).flatMap((span) =>
      hoursOf(span).map(
        (part): WindowHour => ({ ...part, window, receives, sector: sectorMost(ordered, part) }),
      ),
    );
  });
  return hours.toSorted((a, b) => a.hour - b.hour || a.window - b.window);
}

function spansOf(ordered: readonly Work[], isAway: (during: Span) => boolean): readonly Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const { from, to } of ordered) {
    const last = spans.at(-1);
    if (last === undefined || isAway({ from: last.to, to: from })) spans.push({ from, to });
    else last.to = Math.max(last.to, to);
  }
  return spans;
}

function hoursOf({ from, to }: Span) {
  const first = Math.floor(from / HOUR);
  return Array.from({ length: Math.ceil(to / HOUR) - first }, (_, index) => {
    const hour = first + index;
    const part = { from: Math.max(from, hour * HOUR), to: Math.min(to, (hour + 1) * HOUR) };
    return { ...part, hour, counted: part.to - part.from >= HOUR / 2 };
  });
}

/** The sector that the window spent most of the part on; of an idle part that of the whole day. */
function sectorMost(works: readonly Work[], part: Span): Sector {
  const best = (during: readonly Span[]) => {
    const spent = [...Map.groupBy(works, ({ sector }) => sector)].map(
      ([sector, own]) => [sector, own.reduce((sum, work) => sum + overlap(during, work), 0)] as const,
    );
    return spent.toSorted((a, b) => b[1] - a[1])[0];
  };
  const [inPart, inDay] = [best([part]), best([{ from: 0, to: Number.POSITIVE_INFINITY }])];
  return (inPart !== undefined && inPart[1] > 0 ? inPart[0] : inDay?.[0]) ?? 'administrative';
}

export function countStaffing(hours: readonly WindowHour[]): Staffing {
  const counts = new Map<string, number>();
  for (const { sector, hour, counted } of hours)
    if (counted) counts.set(cell(sector, hour), (counts.get(cell(sector, hour)) ?? 0) + 1);
  return counts;
}

/** The same hours with other numbers: what is too much goes home, what is missing is a window of that sector alone. */
export function restaff(hours: readonly WindowHour[], wanted: Staffing): readonly WindowHour[] {
  const was = countStaffing(hours);
  const kept = new Map<string, number>();
  const stay = hours.filter(({ sector, hour, counted }) => {
    const key = cell(sector, hour);
    if (!counted) return wanted.get(key) !== 0 || !was.has(key);
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
      from: Number(hour) * HOUR,
      to: (Number(hour) + 1) * HOUR,
      sector,
      receives: [sector],
      counted: true,
    }));
  });
  return [...stay, ...fresh];
}

/**
 * The windows of a day. Those that work in its last hour stay until everyone is served, as clerks do; hours in
 * a row touch.
 */
export function openWindows(hours: readonly WindowHour[], split: Split): readonly OpenWindow[] {
  const lastHour = Math.max(...hours.filter(({ counted }) => counted).map(({ hour }) => hour));
  const byWindow = Map.groupBy(hours, ({ window }) => window);
  return [...byWindow].map(([, own]) => ({
    spans: own
      .toSorted((a, b) => a.hour - b.hour)
      .map((one) => ({
        from: one.from,
        to: one.hour >= lastHour ? Number.POSITIVE_INFINITY : one.to,
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
