import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { loadReception } from '../../../kernel/calendar/load-calendar.ts';
import { isOpenAt, nextOpening } from '../../../kernel/calendar/reception-calendar.ts';
import { hallCode, MAIN_HALL } from '../law-input.ts';
import { closuresFrom, closureView, receptionDay, receptionDays } from '../reception-week.ts';

const WEEK = 7;
/** How far ahead days unlike their weekday are told. */
const AHEAD = 60;

export const openingHoursQuery = defineQuery({
  name: 'law.opening-hours',
  title: { uk: 'Коли приймає центр', en: 'When the centre is open' },
  may: ['resident'],
  input: z.object({ hall: hallCode.default(MAIN_HALL) }),
  output: z.object({
    openNow: z.boolean(),
    /** When it opens next; null: now open, or not within a year. */
    opensAt: z.date().nullable(),
    days: z.array(receptionDay),
    /** Unusual days after the week shown. */
    unusual: z.array(receptionDay),
    closures: z.array(closureView),
  }),
  async run({ tx, now }, { hall }) {
    const calendar = await loadReception(tx, hall);
    if (calendar.weekly.length === 0 && calendar.specialDays.length === 0)
      throw notFound('law:refusals.noSuchHall');
    const today = kyivDate(now);
    const ahead = receptionDays(calendar, today, AHEAD);
    const openNow = isOpenAt(calendar, now);
    return {
      openNow,
      opensAt: openNow ? null : nextOpening(calendar, now),
      days: ahead.slice(0, WEEK),
      unusual: ahead.slice(WEEK).filter(({ why }) => why !== null),
      closures: closuresFrom(calendar, today),
    };
  },
});
