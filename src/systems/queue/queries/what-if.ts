import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { getHall } from '../hall-store.ts';
import { SECTORS, type Sector } from '../sector.ts';
import { civilDay, hallCode } from '../ticket-view.ts';
import { bookShare } from '../what-if/book-share.ts';
import { findLastDay, type PastDay, readPastDay, readTruth } from '../what-if/read-past-day.ts';
import { type Outcome, simulateDay, type Span } from '../what-if/simulate-day.ts';
import {
  cell,
  countStaffing,
  openWindows,
  restaff,
  SPLITS,
  type WindowHour,
  windowHours,
} from '../what-if/staffing.ts';
import { type Wait, sumByHour, sumWaits } from '../what-if/waits.ts';

const sum = z.object({ count: z.int(), median: z.number().nullable(), p90: z.number().nullable() });
const hourSum = sum.extend({ sector: z.enum(SECTORS), hour: z.int() });
const replayed = z.object({
  all: sum,
  byHour: z.array(hourSum),
  /** Who came when no window for them was open any more. */
  left: z.int(),
  /** Per cent of the open windows' time in which nobody was at them. */
  idleShare: z.number().nullable(),
});
export type Replayed = z.output<typeof replayed>;

const MOST_WINDOWS = 99;

/** A past day once more: as it was, against what really was, and with other windows beside it. */
export const whatIf = defineQuery({
  name: 'queue.what-if',
  title: { uk: 'Що, якби: минулий день з іншими вікнами', en: 'What if: a past day with other windows' },
  input: z.object({
    hall: hallCode,
    /** The last day with visitors where left out. */
    day: civilDay.optional(),
    split: z.enum(SPLITS).default('as-it-was'),
    /** Per cent of the visitors who book; left out = as it was. */
    booked: z.coerce.number().int().min(0).max(100).optional(),
    /** Windows by sector and hour, `"social 9"`; what is left out stays as it was. */
    windows: z.record(z.string(), z.int().min(0).max(MOST_WINDOWS)).default({}),
  }),
  output: z.object({
    day: z.string().nullable(),
    visitors: z.int(),
    gaveUp: z.int(),
    hours: z.array(z.int()),
    staffing: z.record(z.string(), z.int()),
    wanted: z.record(z.string(), z.int()),
    real: sum,
    asItWas: replayed,
    changed: replayed,
    truth: z.array(z.object({ hour: z.int(), told: z.int(), cameTrue: z.int() })),
  }),
  may: ['head'],
  async run({ tx, now }, { hall, day: asked, split, booked, windows }) {
    await getHall(tx, hall);
    const today = kyivDate(now);
    const day = asked ?? (await findLastDay(tx, hall, today));
    if (day !== null && day >= today) throw new Refusal('queue:whatIf.onlyPast', {}, 422);
    const past = day === null ? NOTHING : await readPastDay(tx, hall, day);
    const hours = windowHours(past.works, (during, by) => hasWaiter(past, during, by));
    const staffing = countStaffing(hours);
    const wanted = new Map([...staffing, ...Object.entries(windows).filter(([key]) => isCell(key))]);
    const visitors =
      booked === undefined
        ? past.visitors
        : bookShare(past.visitors, booked, (sector) => spanOf(hours, sector));
    return {
      day,
      visitors: past.visitors.length,
      gaveUp: past.gaveUp,
      hours: [...new Set(hours.filter(({ counted }) => counted).map(({ hour }) => hour))].toSorted(
        (a, b) => a - b,
      ),
      staffing: Object.fromEntries(staffing),
      wanted: Object.fromEntries(wanted),
      real: sumWaits(past.waits),
      asItWas: told(simulateDay({ ...past, windows: openWindows(hours, 'as-it-was') })),
      changed: told(simulateDay({ ...past, visitors, windows: openWindows(restaff(hours, wanted), split) })),
      truth: day === null ? [] : [...(await readTruth(tx, hall, day))],
    };
  },
});

const NOTHING: PastDay = { visitors: [], works: [], waits: [], frozen: [], turnaroundSeconds: 0, gaveUp: 0 };
const HOURS_A_DAY = 24;

function isCell(key: string): boolean {
  return SECTORS.some((sector) =>
    Array.from({ length: HOURS_A_DAY }, (_, hour) => cell(sector, hour)).includes(key),
  );
}

/** Did somebody of these sectors wait through all of it? */
function hasWaiter(past: PastDay, { from, to }: Span, by: readonly Sector[]): boolean {
  return past.visitors.some(
    ({ sector, arrivesAt, calledAt }) => arrivesAt <= from && calledAt >= to && by.includes(sector),
  );
}

/** From the first to the last hour in which somebody received the sector. */
function spanOf(hours: readonly WindowHour[], sector: Sector) {
  const own = hours.filter((one) => one.sector === sector).map(({ hour }) => hour);
  const all = own.length === 0 ? hours.map(({ hour }) => hour) : own;
  return { from: Math.min(...all) * 3600, to: (Math.max(...all) + 1) * 3600 };
}

function told(outcome: Outcome): Replayed {
  const waits: readonly Wait[] = outcome.served.map(({ visitor, waitSeconds }) => ({
    sector: visitor.sector,
    hour: Math.floor(visitor.arrivesAt / 3600),
    seconds: waitSeconds,
  }));
  const open = outcome.windows.reduce((total, { openSeconds }) => total + openSeconds, 0);
  const idle = outcome.windows.reduce((total, { idleSeconds }) => total + idleSeconds, 0);
  return {
    all: sumWaits(waits),
    byHour: [...sumByHour(waits)],
    left: outcome.left.length,
    idleShare: open === 0 ? null : Math.round((1000 * idle) / open) / 10,
  };
}
