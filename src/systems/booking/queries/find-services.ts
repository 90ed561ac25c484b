import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { searchServices, SECTORS } from '../../service-catalogue/index.ts';

const MOST_FOUND = 12;

export const findServices = defineQuery({
  name: 'booking.find-services',
  title: { uk: 'Послуги, на які можна записатися', en: 'Services that may be booked' },
  input: z.object({ words: z.string().trim().max(200) }),
  output: z.object({
    services: z.array(
      z.object({ code: z.string(), name: z.string(), nameEn: z.string(), sector: z.enum(SECTORS) }),
    ),
  }),
  may: ['resident'],
  async run({ tx, now }, { words }) {
    const found = words === '' ? [] : await searchServices(tx, words, kyivDate(now));
    return {
      services: found
        .slice(0, MOST_FOUND)
        .map(({ code, name, nameEn, sector }) => ({ code, name, nameEn, sector })),
    };
  },
});
