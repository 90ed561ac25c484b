import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { getHall } from '../../queue/index.ts';
import { civilDay, hallInput, smallNumber } from '../booking-input.ts';
import { replaceCrewCapacity } from '../home/home-visit-store.ts';

export const setCrewCapacity = defineAction({
  name: 'booking.set-crew-capacity',
  title: { uk: 'Змінити, скільки виїздів на день', en: 'Change how many home visits a day' },
  input: z.object({
    hall: hallInput,
    weekday: smallNumber(1, 7, 'booking:input.weekday'),
    visits: smallNumber(0, 100, 'booking:home.input.visits'),
    validFrom: civilDay,
  }),
  output: z.object({ weekday: z.int(), visits: z.int() }),
  may: ['head'],
  async run(deed, { hall, weekday, visits, validFrom }) {
    const { tx, now } = deed;
    await getHall(tx, hall);
    if (validFrom < kyivDate(now)) throw new Refusal('booking:refusals.pastDay', {}, 422);
    await replaceCrewCapacity(tx, { hall, weekday, visits, validFrom });
    deed.about({ kind: 'hall', id: hall });
    deed.changed('crewCapacity', null, { weekday, visits, validFrom });
    return { weekday, visits };
  },
});
