import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { saveWorkplace as writeWorkplace } from '../stop-store.ts';

const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'mobile-office:input.timeWrong');

export const saveWorkplace = defineAction({
  name: 'mobile-office.save-workplace',
  title: { uk: 'Записати віддалене робоче місце', en: 'Save a remote workplace' },
  input: z.object({
    code: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'mobile-office:input.codeWrong'),
    name: z.string().trim().min(1, 'mobile-office:input.nameMissing').max(120),
    nameEn: z.string().trim().max(120).default(''),
    settlement: z.string().trim().min(1, 'mobile-office:input.settlementMissing').max(120),
    address: z.string().trim().min(1, 'mobile-office:input.placeMissing').max(200),
    lat: z.coerce.number('mobile-office:input.placeWrong').min(44).max(53),
    lon: z.coerce.number('mobile-office:input.placeWrong').min(22).max(41),
    phone: z.string().trim().max(60).default(''),
    /** A hall of the queue, where the place has its own. */
    hall: z.string().max(40).nullable().default(null),
    hours: z.array(z.object({ weekday: z.int().min(1).max(7), from: time, to: time })).max(14),
    active: z.boolean().default(true),
  }),
  output: z.object({ code: z.string() }),
  may: ['head'],
  async run(deed, place) {
    await writeWorkplace(deed.tx, place);
    deed.about({ kind: 'workplace', id: place.code });
    return { code: place.code };
  },
});
