import { toEpochDay, toIsoDate } from '../src/kernel/calendar/epoch-day.ts';
import { kyivInstant } from '../src/kernel/calendar/kyiv-time.ts';
import { isWorkingDay } from '../src/kernel/calendar/legal-calendar.ts';
import {
  openingHours,
  openMinutes,
  type ReceptionCalendar,
} from '../src/kernel/calendar/reception-calendar.ts';
import { UKRAINE_CALENDAR } from '../src/kernel/calendar/ukraine-holidays.ts';
import { randomOf } from './random.ts';
import type { Offers } from './replay-city.ts';
import type { YearCounts } from './scale-year.ts';
import { spread } from './spread.ts';
import type { Line, YearFile } from './year-file.ts';

/** A day of reception; moments are milliseconds of the epoch. */
export interface ReceptionDay {
  readonly index: number;
  readonly date: string;
  readonly opens: number;
  readonly closes: number;
  /** A working day of the bodies too (a Saturday is not). */
  readonly working: boolean;
}

/** What falls on a day. */
export interface DayCounts {
  readonly visitors: number;
  readonly residents: number;
  readonly consultations: number;
  readonly ratings: number;
  /** In the order of the file's lines. */
  readonly lines: readonly number[];
}

/** The days of the year on which the centre receives people, by its hours and the holidays in force. */
export function receptionDays(file: YearFile): readonly ReceptionDay[] {
  const calendar = calendarOf(file);
  const first = toEpochDay(`${file.year}-01-01`);
  const dates = Array.from({ length: 366 }, (_, day) => toIsoDate(first + day));
  return dates
    .filter((date) => date.startsWith(`${file.year}-`) && openMinutes(calendar, date) > 0)
    .map((date, index) => {
      const hours = openingHours(calendar, date);
      return {
        index,
        date,
        opens: kyivInstant(date, hours[0]?.from ?? '00:00').getTime(),
        closes: kyivInstant(date, hours.at(-1)?.to ?? '24:00').getTime(),
        working: isWorkingDay(UKRAINE_CALENDAR, date),
      };
    });
}

function calendarOf({ reception }: YearFile): ReceptionCalendar {
  return {
    weekly: reception.weekly.map((row) => ({ ...row, validFrom: '2000-01-01', validTo: null })),
    closures: reception.closures,
    specialDays: [],
    holidays: UKRAINE_CALENDAR,
  };
}

/**
 * Spreads the year over its days. The average day after the opening stands to the average day before
 * it as the source says, of visitors and of applications each.
 */
export function countDays(
  { file, counts, offers, seed }: { file: YearFile; counts: YearCounts; offers: Offers; seed: string },
  days: readonly ReceptionDay[],
): readonly DayCounts[] {
  const noise = randomOf(seed, 'days');
  const busy = days.map(
    (day) =>
      (day.closes - day.opens) * (file.months.shares[day.date.slice(0, 7)] ?? 1) * (0.85 + 0.3 * noise()),
  );
  const isAfter = days.map(({ date }) => date >= file.opening.on);
  const visiting = growAfter(busy, isAfter, file.opening.visitorsGrowthPercent);
  const visitors = spread(counts.visitors, visiting);
  const residents = spread(counts.residents, visiting);
  const consultations = spread(counts.consultations, visiting);
  const ratings = spread(counts.ratings, visitors);
  const lines = spreadLines({ file, counts, offers }, days, busy, isAfter);
  return days.map((_, index) => ({
    visitors: visitors[index] ?? 0,
    residents: residents[index] ?? 0,
    consultations: consultations[index] ?? 0,
    ratings: ratings[index] ?? 0,
    lines: lines.map((line) => line[index] ?? 0),
  }));
}

/** Weights whose average after the opening is `percent` above the average before it. */
function growAfter(
  weights: readonly number[],
  isAfter: readonly boolean[],
  percent: number,
): readonly number[] {
  const average = (side: boolean) => {
    const own = weights.filter((_, index) => isAfter[index] === side);
    return own.reduce((sum, weight) => sum + weight, 0) / own.length;
  };
  const factor = ((1 + percent / 100) * average(false)) / average(true);
  if (!Number.isFinite(factor)) return weights;
  return weights.map((weight, index) => (isAfter[index] === true ? weight * factor : weight));
}

/**
 * Lines that the source counts from a date on are laid down first; the others fill the days up to the
 * growth of the whole.
 */
function spreadLines(
  { file, counts, offers }: { file: YearFile; counts: YearCounts; offers: Offers },
  days: readonly ReceptionDay[],
  busy: readonly number[],
  isAfter: readonly boolean[],
): readonly (readonly number[])[] {
  const countOf = (line: Line) => counts.lines.get(line.line) ?? 0;
  const late = file.lines.map((line) => {
    if (line.from === undefined) return undefined;
    const weights = days.map(({ date }, index) => (isOffered(line, date, offers) ? (busy[index] ?? 0) : 0));
    return spread(countOf(line), growAfterOffered(weights, isAfter, file.opening.documentsGrowthPercent));
  });
  const wanted = spread(counts.applications, growAfter(busy, isAfter, file.opening.documentsGrowthPercent));
  const rest = wanted.map((all, index) =>
    Math.max(0, all - late.reduce((sum, line) => sum + (line?.[index] ?? 0), 0)),
  );
  return file.lines.map((line, index) => late[index] ?? spread(countOf(line), rest));
}

/** The same growth where most of the days before the opening had no such service. */
function growAfterOffered(
  weights: readonly number[],
  isAfter: readonly boolean[],
  percent: number,
): readonly number[] {
  return weights.map((weight, index) => (isAfter[index] === true ? weight * (1 + percent / 100) : weight));
}

function isOffered(line: Line, date: string, offers: Offers): boolean {
  return (line.from === undefined || date >= line.from) && offers.of(line, date).length > 0;
}
