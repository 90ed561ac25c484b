import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { loadReception } from '../../../kernel/calendar/load-calendar.ts';
import { hallCode, MAIN_HALL, READERS } from '../law-input.ts';
import { closuresFrom, closureView } from '../reception-week.ts';
import { listHalls } from '../reception-store.ts';

const hoursView = z.object({ from: z.string(), to: z.string() });

export const reception = defineQuery({
  name: 'law.reception',
  title: { uk: 'Години прийому залу', en: 'Reception hours of a hall' },
  may: READERS,
  input: z.object({ hall: hallCode.default(MAIN_HALL) }),
  output: z.object({
    hall: z.string(),
    halls: z.array(z.string()),
    weeks: z.array(
      z.object({
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable(),
        /** Seven lists, Monday first. */
        days: z.array(z.array(hoursView)),
      }),
    ),
    closures: z.array(closureView),
    specialDays: z.array(z.object({ date: z.iso.date(), hours: z.array(hoursView), reason: z.string() })),
  }),
  async run({ tx, now }, { hall }) {
    const { weekly, closures, specialDays, holidays } = await loadReception(tx, hall);
    const today = kyivDate(now);
    const starts = [...new Set(weekly.map(({ validFrom }) => validFrom))].toSorted().toReversed();
    return {
      hall,
      halls: [...(await listHalls(tx))],
      weeks: starts.map((validFrom) => {
        const rows = weekly.filter((row) => row.validFrom === validFrom);
        const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
          rows.filter((row) => row.weekday === weekday).map(({ from, to }) => ({ from, to })),
        );
        return { validFrom, validTo: rows[0]?.validTo ?? null, days };
      }),
      closures: closuresFrom({ weekly, closures, specialDays, holidays }, today),
      specialDays: specialDays
        .filter(({ date }) => date >= today)
        .map(({ date, hours, reason }) => ({ date, hours: hours.map((one) => ({ ...one })), reason })),
    };
  },
});
