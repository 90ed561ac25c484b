import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listServices } from '../../service-catalogue/index.ts';

export const listServiceChoices = defineQuery({
  name: 'consultations.list-service-choices',
  title: { uk: 'Послуги, про які можна питати', en: 'Services one may ask about' },
  may: ['resident'],
  input: z.object({}),
  output: z.object({
    services: z.array(
      z.object({ code: z.string(), name: z.string(), nameEn: z.string(), sector: z.string() }),
    ),
  }),
  async run({ tx, now }) {
    const services = await listServices(tx, kyivDate(now));
    return {
      services: services
        .map(({ code, name, nameEn, sector }) => ({ code, name, nameEn, sector }))
        .toSorted(
          (one, other) => one.sector.localeCompare(other.sector) || one.name.localeCompare(other.name, 'uk'),
        ),
    };
  },
});
