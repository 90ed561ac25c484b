import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listServices, searchServices } from '../catalogue.ts';
import { CATEGORIES, SECTORS, serviceSchema } from '../service.ts';

export const searchServicesQuery = defineQuery({
  name: 'service-catalogue.search-services',
  title: { uk: 'Знайти послугу за своїми словами', en: 'Find a service by everyday words' },
  input: z.object({
    words: z.string().max(200).optional(),
    sector: z.enum(SECTORS).optional(),
    category: z.enum(CATEGORIES).optional(),
    lifeEvent: z.string().max(50).optional(),
    provider: z.string().max(100).optional(),
    on: z.iso.date().optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(1000),
  }),
  output: z.object({ total: z.number(), services: z.array(serviceSchema) }),
  may: ['resident'],
  async run({ tx, now }, input) {
    const on = input.on ?? kyivDate(now);
    const words = input.words?.trim() ?? '';
    const found = words === '' ? await listServices(tx, on) : await searchServices(tx, words, on);
    const services = found.filter(
      (service) =>
        (input.sector === undefined || service.sector === input.sector) &&
        (input.category === undefined || service.category === input.category) &&
        (input.lifeEvent === undefined || service.lifeEvents.includes(input.lifeEvent)) &&
        (input.provider === undefined || service.providers.some((one) => one.code === input.provider)),
    );
    return { total: services.length, services: services.slice(0, input.limit) };
  },
});
