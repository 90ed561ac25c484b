import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { addHoliday, endHoliday, lockHoliday } from '../calendar-store.ts';
import { article, lawDate, LAWYERS, requireOrder } from '../law-input.ts';
import { recountBecause } from '../recount.ts';

const month = z.coerce
  .number<string | number>('law:input.dayWrong')
  .int('law:input.dayWrong')
  .min(1, 'law:input.dayWrong')
  .max(12, 'law:input.dayWrong');
const day = z.coerce
  .number<string | number>('law:input.dayWrong')
  .int('law:input.dayWrong')
  .min(1, 'law:input.dayWrong')
  .max(31, 'law:input.dayWrong');

/** A holiday of every year, by the law's list (КЗпП art. 73). */
export const addHolidayAction = defineAction({
  name: 'law.add-holiday',
  title: { uk: 'Додати свято', en: 'Add a holiday' },
  may: LAWYERS,
  input: z
    .object({
      // Printed inside sentences of the catalogue: no signs that its grammar reads.
      name: z
        .string()
        .trim()
        .regex(/^[\p{L}\d][\p{L}\d ’'«»–-]{2,99}$/u, 'law:input.holidayName'),
      month,
      day,
      validFrom: lawDate,
      validTo: lawDate.nullable().default(null),
      article,
    })
    .refine(isDayOfYear, { path: ['day'], message: 'law:input.dayWrong' }),
  output: z.object({ name: z.string() }),
  async run(deed, input) {
    requireOrder(input.validFrom, input.validTo);
    deed.about({ kind: 'calendar', id: `holiday/${input.month}-${input.day}` });
    deed.changed('holiday', null, input);
    await addHoliday(deed.tx, input);
    await recountBecause(deed, `${input.name}: ${input.article}`);
    return { name: input.name };
  },
});

/** From `on` the day is a holiday no more; the years before keep it. */
export const endHolidayAction = defineAction({
  name: 'law.end-holiday',
  title: { uk: 'Скасувати свято з певної дати', en: 'End a holiday from a date' },
  may: LAWYERS,
  input: z.object({ month, day, on: lawDate, article }),
  output: z.object({ name: z.string() }),
  async run(deed, input) {
    const holiday = await lockHoliday(deed.tx, input);
    deed.about({ kind: 'calendar', id: `holiday/${input.month}-${input.day}` });
    deed.changed('validTo', holiday.validTo, input.on);
    await endHoliday(deed.tx, holiday, input.on);
    await recountBecause(deed, input.article);
    return { name: holiday.name };
  },
});

/** 29 February is one; 31 June is not. */
function isDayOfYear(at: { readonly month: number; readonly day: number }): boolean {
  return at.day <= new Date(Date.UTC(2024, at.month, 0)).getUTCDate();
}
