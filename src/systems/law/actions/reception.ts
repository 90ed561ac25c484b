import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import type { Hours } from '../../../kernel/calendar/reception-calendar.ts';
import { hallCode, hours, lawDate, LAWYERS, reason } from '../law-input.ts';
import { addClosure, reopen, setSpecialDay, setWeek } from '../reception-store.ts';
import { forgetSoon } from '../recount.ts';

const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);

/** The whole week from a day on. A lunch break is two rows of one weekday; no row: closed. */
export const setOpeningHours = defineAction({
  name: 'law.set-opening-hours',
  title: { uk: 'Змінити години прийому з певної дати', en: 'Change reception hours from a date' },
  may: LAWYERS,
  input: z.object({
    hall: hallCode,
    from: lawDate,
    week: z
      .array(z.object({ weekday, hours: z.array(hours).max(4) }))
      .min(1)
      .max(7),
  }),
  output: z.object({ hall: z.string(), from: z.iso.date() }),
  async run(deed, { hall, from, week }) {
    const open = week.filter((row) => row.hours.length > 0);
    if (open.length === 0) throw new Refusal('law:refusals.neverOpen', {}, 422);
    if (new Set(open.map((row) => row.weekday)).size < open.length)
      throw new Refusal('law:refusals.weekdayTwice', {}, 422);
    for (const row of open) requireApart(row.hours);
    deed.about({ kind: 'hall', id: hall });
    deed.changed('week', null, { from, week });
    const rows = open.flatMap((row) => row.hours.map((one) => ({ weekday: row.weekday, ...one })));
    await setWeek(deed.tx, { hall, from, week: rows });
    forgetSoon(deed);
    return { hall, from };
  },
});

/** Closed on all days from `from` to `until`, both included. */
export const closeHall = defineAction({
  name: 'law.close-hall',
  title: { uk: 'Зачинити зал на певні дні', en: 'Close a hall for some days' },
  may: LAWYERS,
  input: z.object({ hall: hallCode, from: lawDate, until: lawDate, reason }),
  output: z.object({ hall: z.string(), from: z.iso.date() }),
  async run(deed, { hall, from, until, reason: why }) {
    if (until < from) throw new Refusal('law:refusals.endBeforeStart', {}, 422);
    deed.about({ kind: 'hall', id: hall });
    deed.changed('closed', null, { from, until });
    await addClosure(deed.tx, { hall, from, to: addDays(until, 1), reason: why });
    forgetSoon(deed);
    return { hall, from };
  },
});

export const reopenHall = defineAction({
  name: 'law.reopen-hall',
  title: { uk: 'Скасувати зачинення залу', en: 'Undo a closing of a hall' },
  may: LAWYERS,
  input: z.object({ hall: hallCode, from: lawDate }),
  output: z.object({ hall: z.string() }),
  async run(deed, { hall, from }) {
    deed.about({ kind: 'hall', id: hall });
    deed.changed('closed', await reopen(deed.tx, hall, from), null);
    forgetSoon(deed);
    return { hall };
  },
});

/** One date with hours of its own; none: closed. It stands over closures and holidays. */
export const setSpecialDayAction = defineAction({
  name: 'law.set-special-day',
  title: { uk: 'Призначити особливий день прийому', en: 'Set a day with hours of its own' },
  may: LAWYERS,
  input: z.object({ hall: hallCode, date: lawDate, hours: z.array(hours).max(4), reason }),
  output: z.object({ hall: z.string(), date: z.iso.date() }),
  async run(deed, day) {
    requireApart(day.hours);
    deed.about({ kind: 'hall', id: day.hall });
    deed.changed('specialDay', null, { date: day.date, hours: day.hours });
    await setSpecialDay(deed.tx, day);
    forgetSoon(deed);
    return { hall: day.hall, date: day.date };
  },
});

function requireApart(list: readonly Hours[]): void {
  const inOrder = list.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const overlap = inOrder.some((one, index) => index > 0 && one.from < (inOrder[index - 1]?.to ?? ''));
  if (overlap) throw new Refusal('law:refusals.hoursOverlap', {}, 422);
}
