import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { toEpochDay, toIsoDate } from '../../../kernel/calendar/epoch-day.ts';
import { explainDay, type LegalCalendar } from '../../../kernel/calendar/legal-calendar.ts';
import { loadCalendar } from '../../../kernel/calendar/load-calendar.ts';
import { messageView, READERS } from '../law-input.ts';

export const DAY_KINDS = [
  'ordinary',
  'weekend',
  'holiday',
  'moved-day-off',
  'martial-law',
  'local-day-off',
  'local-working-day',
] as const;

const dayView = z.object({
  date: z.iso.date(),
  kind: z.enum(DAY_KINDS),
  working: z.boolean(),
  /** A phrase; null on days that need none. */
  reason: messageView.nullable(),
  article: z.string().nullable(),
});
export type DayView = z.output<typeof dayView>;

/** Each day of a year, and why it is worked or not. */
export const yearCalendar = defineQuery({
  name: 'law.year-calendar',
  title: { uk: 'Календар року для строків', en: 'The year’s calendar for terms' },
  may: READERS,
  input: z.object({ year: z.coerce.number().int().min(2004).max(2100) }),
  output: z.object({
    days: z.array(dayView),
    workingDays: z.int(),
    martialLaw: z.array(z.object({ from: z.iso.date(), to: z.iso.date().nullable(), article: z.string() })),
  }),
  async run({ tx }, { year }) {
    const calendar = await loadCalendar(tx);
    const days = datesOf(year).map((date) => dayOf(calendar, date));
    return {
      days,
      workingDays: days.filter(({ working }) => working).length,
      martialLaw: calendar.martialLaw.map((law) => ({ ...law })),
    };
  },
});

function datesOf(year: number): readonly string[] {
  const first = toEpochDay(`${year}-01-01`);
  const days = toEpochDay(`${year}-12-31`) - first + 1;
  return Array.from({ length: days }, (_, index) => toIsoDate(first + index));
}

function dayOf(calendar: LegalCalendar, date: string): DayView {
  const { kind, working, reason, article } = explainDay(calendar, date);
  const plain = kind === 'ordinary' || kind === 'weekend';
  const told = plain ? null : { key: reason.key, params: { ...reason.params } };
  return { date, kind, working, reason: told, article };
}
