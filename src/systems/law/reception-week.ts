import { z } from 'zod';
import { addDays, toEpochDay, toIsoDate } from '../../kernel/calendar/epoch-day.ts';
import { explainDay } from '../../kernel/calendar/legal-calendar.ts';
import { openingHours, type ReceptionCalendar } from '../../kernel/calendar/reception-calendar.ts';
import { messageView } from './law-input.ts';

const hoursView = z.object({ from: z.string(), to: z.string() });

export const receptionDay = z.object({
  date: z.iso.date(),
  hours: z.array(hoursView),
  /** Why the day is not as its weekday usually is; null where it is. */
  why: z
    .discriminatedUnion('kind', [
      /** The city's own words, as they were written. */
      z.object({ kind: z.literal(['special', 'closure']), text: z.string() }),
      z.object({ kind: z.literal('holiday'), message: messageView }),
    ])
    .nullable(),
});
export type ReceptionDay = z.output<typeof receptionDay>;

export const closureView = z.object({
  from: z.iso.date(),
  /** The last closed day. */
  until: z.iso.date(),
  reason: z.string(),
});

/** Days of reception from a date on, each with its hours and what makes it unusual. */
export function receptionDays(
  calendar: ReceptionCalendar,
  from: string,
  count: number,
): readonly ReceptionDay[] {
  const first = toEpochDay(from);
  return Array.from({ length: count }, (_, index) => receptionDayOf(calendar, toIsoDate(first + index)));
}

function receptionDayOf(calendar: ReceptionCalendar, date: string): ReceptionDay {
  const hours = openingHours(calendar, date).map(({ from, to }) => ({ from, to }));
  return { date, hours, why: whyOf(calendar, date) };
}

function whyOf(calendar: ReceptionCalendar, date: string): ReceptionDay['why'] {
  const special = calendar.specialDays.find((day) => day.date === date);
  if (special !== undefined) return { kind: 'special', text: special.reason };
  const closure = calendar.closures.find(({ from, to }) => from <= date && date < to);
  if (closure !== undefined) return { kind: 'closure', text: closure.reason };
  if (calendar.holidays === null) return null;
  const { kind, reason } = explainDay(calendar.holidays, date);
  if (kind !== 'holiday' && kind !== 'moved-day-off' && kind !== 'local-day-off') return null;
  return { kind: 'holiday', message: { key: reason.key, params: { ...reason.params } } };
}

/** Closures that have not ended by a date, the nearest first. */
export function closuresFrom(calendar: ReceptionCalendar, date: string) {
  return calendar.closures
    .filter(({ to }) => to > date)
    .map(({ from, to, reason }) => ({ from, until: addDays(to, -1), reason }));
}
