import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { getHall } from '../../queue/index.ts';
import { SECTORS } from '../../service-catalogue/index.ts';
import { civilDay, hallInput, smallNumber, wallTime } from '../booking-input.ts';
import { replaceCapacity } from '../capacity-store.ts';
import { minuteOf } from '../slot-plan.ts';
import { makeSlots } from '../slot-store.ts';

const small = (most: number, key: string) => smallNumber(0, most, key);

export const setCapacity = defineAction({
  name: 'booking.set-capacity',
  title: { uk: 'Змінити, скільки відкрито для запису', en: 'Change how much may be booked' },
  input: z
    .object({
      hall: hallInput,
      sector: z.enum(SECTORS, 'booking:input.sector'),
      weekday: z.coerce
        .number('booking:input.weekday')
        .int()
        .min(1, 'booking:input.weekday')
        .max(7, 'booking:input.weekday'),
      from: wallTime,
      to: wallTime,
      windows: small(500, 'booking:input.windows'),
      share: small(100, 'booking:input.share'),
      /** First day it holds; tomorrow or later leaves today as it is. */
      validFrom: civilDay,
    })
    .refine(({ from, to }) => from < to, { error: 'booking:input.clockOrder', path: ['to'] }),
  output: z.object({ sector: z.enum(SECTORS), weekday: z.int(), windows: z.int(), share: z.int() }),
  may: ['head'],
  async run(deed, { hall, sector, weekday, from, to, windows, share, validFrom }) {
    const { tx, now } = deed;
    await getHall(tx, hall);
    if (validFrom < kyivDate(now)) throw new Refusal('booking:refusals.pastDay', {}, 422);
    const row = {
      sector,
      weekday,
      fromMinute: minuteOf(from),
      toMinute: minuteOf(to),
      windows,
      share,
      validFrom,
    };
    await replaceCapacity(tx, hall, row);
    await makeSlots(tx, hall, now);
    deed.about({ kind: 'hall', id: hall });
    deed.changed('capacity', null, { sector, weekday, from, to, windows, share, validFrom });
    return { sector, weekday, windows, share };
  },
});
