import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { findService, SECTORS, searchServices } from '../../service-catalogue/index.ts';

/** Services by code or everyday words, best first, for the desk. */
export const findServices = defineQuery({
  name: 'applications.find-services',
  title: { uk: 'Послуги за словами, для столу', en: 'Services by words, for the desk' },
  input: z.object({
    words: z.string().trim().min(1, 'applications:input.serviceMissing').max(200),
    limit: z.coerce.number().int().min(1).max(50).default(9),
  }),
  output: z.object({
    found: z.array(
      z.object({ code: z.string(), name: z.string(), sector: z.enum(SECTORS), bodies: z.array(z.string()) }),
    ),
  }),
  may: ['resident'],
  async run({ tx, now }, { words, limit }) {
    const on = kyivDate(now);
    const byCode = /^\d{2}-\d{2,3}$/.test(words) ? await findService(tx, words, on) : undefined;
    const services = byCode === undefined ? (await searchServices(tx, words, on)).slice(0, limit) : [byCode];
    return {
      found: services.map(({ code, name, sector, providers }) => ({
        code,
        name,
        sector,
        bodies: providers.map(({ shortName }) => shortName),
      })),
    };
  },
});
