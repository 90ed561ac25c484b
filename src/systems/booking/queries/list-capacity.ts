import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { SECTORS } from '../../service-catalogue/index.ts';
import { hallInput } from '../booking-input.ts';
import { readCapacity } from '../capacity-store.ts';
import { bookable, clock } from '../slot-plan.ts';

export const listCapacity = defineQuery({
  name: 'booking.list-capacity',
  title: { uk: 'Скільки відкрито для запису', en: 'How much may be booked' },
  input: z.object({ hall: hallInput }),
  output: z.object({
    /** In force today and coming. */
    rows: z.array(
      z.object({
        sector: z.enum(SECTORS),
        weekday: z.int(),
        from: z.string(),
        to: z.string(),
        windows: z.int(),
        share: z.int(),
        bookable: z.int(),
        validFrom: z.string(),
        validTo: z.string().nullable(),
      }),
    ),
  }),
  may: ['administrator', 'head'],
  async run({ tx, now }, { hall }) {
    const today = kyivDate(now);
    const rows = await readCapacity(tx, hall);
    return {
      rows: rows
        .filter(({ validTo }) => validTo === null || validTo > today)
        .map(({ fromMinute, toMinute, ...row }) => ({
          ...row,
          from: clock(fromMinute),
          to: clock(toMinute),
          bookable: bookable(row),
        })),
    };
  },
});
