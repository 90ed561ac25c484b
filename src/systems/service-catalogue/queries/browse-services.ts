import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listLifeEvents, listServices } from '../catalogue.ts';
import { findServices, searchInput, searchOutput } from './search-services.ts';

const choice = z.object({ code: z.string(), name: z.string(), nameEn: z.string() });

/** The page of the services in one question: what was found, and by what else one may choose. */
export const browseServicesQuery = defineQuery({
  name: 'service-catalogue.browse-services',
  title: { uk: 'Послуги з переліком відборів', en: 'Services with the choices to narrow them' },
  input: searchInput,
  output: searchOutput.extend({ lifeEvents: z.array(choice), providers: z.array(choice) }),
  may: ['resident'],
  async run({ tx, now }, input) {
    const on = input.on ?? kyivDate(now);
    const found = await findServices(tx, input, on);
    const providers = (await listServices(tx, on)).flatMap((service) => service.providers);
    const lifeEvents = await listLifeEvents(tx);
    return {
      ...found,
      lifeEvents: lifeEvents.map(({ code, title, titleEn }) => ({ code, name: title, nameEn: titleEn })),
      providers: [...new Map(providers.map((one) => [one.code, one])).values()].map(
        ({ code, shortName, nameEn }) => ({ code, name: shortName, nameEn }),
      ),
    };
  },
});
