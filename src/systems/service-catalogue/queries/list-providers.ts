import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { givesServices, listUnits } from '../../../kernel/identity/unit-store.ts';
import { listServices } from '../catalogue.ts';
import { countBy } from '../count-by.ts';

export const listProvidersQuery = defineQuery({
  name: 'service-catalogue.list-providers',
  title: { uk: 'Суб’єкти надання послуг', en: 'Bodies that provide the services' },
  input: z.object({ on: z.iso.date().optional() }),
  output: z.object({
    providers: z.array(
      z.object({
        code: z.string(),
        kind: z.string(),
        name: z.string(),
        shortName: z.string(),
        nameEn: z.string(),
        services: z.number(),
      }),
    ),
  }),
  may: ['resident'],
  async run({ tx, now }, input) {
    const on = input.on ?? kyivDate(now);
    const services = await listServices(tx, on);
    const counts = countBy(services.flatMap((service) => service.providers.map((one) => one.code)));
    const units = (await listUnits(tx, on)).filter(givesServices);
    return { providers: units.map((unit) => ({ ...unit, services: counts.get(unit.code) ?? 0 })) };
  },
});
