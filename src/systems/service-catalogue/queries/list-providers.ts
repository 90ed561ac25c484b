import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listUnits } from '../../../kernel/identity/unit-store.ts';
import { listServices } from '../catalogue.ts';

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
    const units = (await listUnits(tx, on)).filter((unit) => unit.kind !== 'centre');
    return {
      providers: units.map((unit) => ({
        ...unit,
        services: services.filter((service) => service.providers.some((one) => one.code === unit.code))
          .length,
      })),
    };
  },
});
