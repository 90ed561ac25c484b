import { orthodoxEaster } from './easter.ts';
import { DAY_MS, type EpochDay, toEpochDay, toIsoDate, weekdayOf, yearOf } from './epoch-day.ts';
import type { Holiday, LegalCalendar, LocalDay } from './legal-calendar-data.ts';
import { isInForce } from './validity.ts';

export type DayKind =
  | 'ordinary'
  | 'weekend'
  | 'holiday'
  | 'moved-day-off'
  /** A holiday that is worked because martial law lasts. */
  | 'martial-law'
  | 'local-day-off'
  | 'local-working-day';

/** One year of a calendar, computed once. Arrays start with `first`, 1 January. */
export interface YearTable {
  readonly first: EpochDay;
  readonly last: EpochDay;
  readonly working: Uint8Array;
  readonly kinds: readonly DayKind[];
  readonly holidays: ReadonlyMap<EpochDay, Holiday>;
  readonly suspended: ReadonlyMap<EpochDay, { readonly name: string; readonly article: string }>;
  readonly moved: ReadonlyMap<EpochDay, MovedDayOff>;
  readonly local: ReadonlyMap<EpochDay, LocalDay>;
}

interface MovedDayOff {
  readonly from: EpochDay;
  readonly article: string;
}

interface Memory {
  recent: YearTable;
  readonly years: Map<number, YearTable>;
}

const memories = new WeakMap<LegalCalendar, Memory>();

export function isWorkingEpochDay(calendar: LegalCalendar, day: EpochDay): boolean {
  const table = yearTable(calendar, day);
  return table.working[day - table.first] === 1;
}

export function yearTable(calendar: LegalCalendar, day: EpochDay): YearTable {
  const memory = memories.get(calendar);
  if (memory === undefined) {
    const table = buildYear(calendar, yearOf(day));
    memories.set(calendar, { recent: table, years: new Map([[yearOf(day), table]]) });
    return table;
  }
  if (day < memory.recent.first || day > memory.recent.last) {
    memory.recent = memory.years.get(yearOf(day)) ?? buildYear(calendar, yearOf(day));
    memory.years.set(yearOf(day), memory.recent);
  }
  return memory.recent;
}

function buildYear(calendar: LegalCalendar, year: number): YearTable {
  if (new Set(calendar.weekend).size > 6) throw new RangeError('a week needs a working day');
  const first = Date.UTC(year, 0, 1) / DAY_MS;
  const last = Date.UTC(year, 11, 31) / DAY_MS;
  const { holidays, suspended } = holidaysAround(calendar, year);
  const moved = movedDaysOff(calendar, holidays);
  const local = new Map(calendar.localDays.map((day) => [toEpochDay(day.date), day]));
  const kinds: DayKind[] = [];
  for (let day = first; day <= last; day++) {
    const decided = local.get(day);
    if (decided !== undefined) kinds.push(decided.working ? 'local-working-day' : 'local-day-off');
    else if (isWeekend(calendar, day)) kinds.push('weekend');
    else if (holidays.has(day)) kinds.push('holiday');
    else if (moved.has(day)) kinds.push('moved-day-off');
    else kinds.push(suspended.has(day) ? 'martial-law' : 'ordinary');
  }
  const working = Uint8Array.from(kinds, (kind) => (isWorkingKind(kind) ? 1 : 0));
  return { first, last, working, kinds, holidays, suspended, moved, local };
}

function isWorkingKind(kind: DayKind): boolean {
  return kind === 'ordinary' || kind === 'martial-law' || kind === 'local-working-day';
}

/** With the neighbouring years, because a moved day off may cross the New Year. Sorted by day. */
function holidaysAround(calendar: LegalCalendar, year: number) {
  const found = [year - 1, year, year + 1]
    .flatMap((each) => calendar.holidays.map((holiday) => ({ holiday, day: dayOf(holiday, each) })))
    .filter(({ holiday, day }) => isInForce(holiday, toIsoDate(day)))
    .toSorted((a, b) => a.day - b.day);
  const holidays = new Map<EpochDay, Holiday>();
  const suspended = new Map<EpochDay, { name: string; article: string }>();
  for (const { holiday, day } of found) {
    const law = martialLawOn(calendar, day);
    if (law === undefined) holidays.set(day, holiday);
    else suspended.set(day, { name: holiday.name, article: law.article });
  }
  return { holidays, suspended };
}

function dayOf({ rule }: Holiday, year: number): EpochDay {
  if (rule.kind === 'easter') return orthodoxEaster(year) + rule.offset;
  return Date.UTC(year, rule.month - 1, rule.day) / DAY_MS;
}

/** Two holidays on one weekend give two days off; two on one date give one (КЗпП art. 67(3)). */
function movedDaysOff(calendar: LegalCalendar, holidays: ReadonlyMap<EpochDay, Holiday>) {
  const moved = new Map<EpochDay, MovedDayOff>();
  for (const day of holidays.keys()) {
    const rule = calendar.moves.find((move) => isInForce(move, toIsoDate(day)));
    if (rule === undefined || !isWeekend(calendar, day)) continue;
    let target = day + 1;
    while (isWeekend(calendar, target) || holidays.has(target) || moved.has(target)) target++;
    if (martialLawOn(calendar, target) === undefined) {
      moved.set(target, { from: day, article: rule.article });
    }
  }
  return moved;
}

function isWeekend(calendar: LegalCalendar, day: EpochDay): boolean {
  return calendar.weekend.includes(weekdayOf(day));
}

function martialLawOn(calendar: LegalCalendar, day: EpochDay) {
  const date = toIsoDate(day);
  return calendar.martialLaw.find(({ from, to }) => from <= date && (to === null || date < to));
}
