import type { Locale } from '../i18n/translate.ts';
import { DAY_MS, type EpochDay, toEpochDay, toIsoDate, weekdayOf } from './epoch-day.ts';

const ZONE = 'Europe/Kyiv';
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const WALL_TIME = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/;

const zoneFields = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
});

// Kyiv changes its clocks at whole hours of UTC, so an hour has one offset: Intl is asked once
// an hour of the past, not once a call.
const offsets = new Map<number, number>();
const OFFSETS_KEPT = 100_000;

/** The date in Kyiv at a moment, `2020-09-19`. Cheap: called for every row of a list. */
export function kyivDate(at: Date): string {
  const day = Math.floor(localMillis(at) / DAY_MS);
  if (day !== recentDay) {
    recentDate = toIsoDate(day);
    recentDay = day;
  }
  return recentDate;
}
let recentDay: EpochDay = 0;
let recentDate = '1970-01-01';

/** The time on Kyiv's clocks, `14:05`. */
export function kyivTime(at: Date): string {
  const minutes = Math.floor((((localMillis(at) % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/**
 * The moment at which Kyiv's clocks show `time` (`HH:MM`, or `24:00` for the end of the day). In
 * the autumn hour that comes twice it is the earlier; in the spring hour that is left out, the
 * moment as far after the gap.
 * @throws RangeError for what is no date or time.
 */
export function kyivInstant(date: string, time: string): Date {
  if (!WALL_TIME.test(time)) throw new RangeError(`not a time: ${time}`);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const wall = toEpochDay(date) * DAY_MS + minutes * MINUTE_MS;
  const before = wall - offsetAt(wall - DAY_MS);
  const after = wall - offsetAt(wall + DAY_MS);
  const fits = (moment: number) => moment + offsetAt(moment) === wall;
  return new Date(fits(before) || !fits(after) ? before : after);
}

/** «19 вересня 2020», "19 September 2020". A `Date` is taken in Kyiv. */
export function formatDate(value: string | Date, locale: Locale): string {
  const iso = typeof value === 'string' ? value : kyivDate(value);
  const moment = new Date(toEpochDay(iso) * DAY_MS);
  const month = MONTHS[locale][moment.getUTCMonth()] ?? '';
  return `${moment.getUTCDate()} ${month} ${moment.getUTCFullYear()}`;
}

/** «14:05», by Kyiv's clocks in every language. */
export function formatTime(at: Date): string {
  return kyivTime(at);
}

/** «19 вересня 2020, 14:05». */
export function formatDateTime(at: Date, locale: Locale): string {
  return `${formatDate(at, locale)}, ${kyivTime(at)}`;
}

/** «субота», "Saturday". */
export function formatWeekday(value: string | Date, locale: Locale): string {
  const iso = typeof value === 'string' ? value : kyivDate(value);
  return WEEKDAYS[locale][weekdayOf(toEpochDay(iso)) - 1] ?? '';
}

// «1 січня»: next to a day the month stands in the genitive, which `month` alone would not give.
const MONTHS = { uk: months('uk'), en: months('en-GB') } as const;
const WEEKDAYS = { uk: weekdays('uk'), en: weekdays('en-GB') } as const;

function months(tag: string): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2020, month, 1));
    return parts.find((part) => part.type === 'month')?.value ?? '';
  });
}

function weekdays(tag: string): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' });
  const monday = Date.UTC(2020, 0, 6);
  return Array.from({ length: 7 }, (_, index) => format.format(monday + index * DAY_MS));
}

function localMillis(at: Date): number {
  const moment = at.getTime();
  if (Number.isNaN(moment)) throw new RangeError('not a moment: Invalid Date');
  return moment + offsetAt(moment);
}

function offsetAt(moment: number): number {
  const hour = Math.floor(moment / HOUR_MS);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  if (offsets.size >= OFFSETS_KEPT) offsets.clear();
  const offset = askZone(hour * HOUR_MS);
  offsets.set(hour, offset);
  return offset;
}

function askZone(moment: number): number {
  const fields = new Map(zoneFields.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const field = (name: Intl.DateTimeFormatPartTypes) => fields.get(name) ?? 0;
  const [month, day] = [field('month') - 1, field('day')];
  return Date.UTC(field('year'), month, day, field('hour'), field('minute'), field('second')) - moment;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
