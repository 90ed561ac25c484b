import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listLifeEvents, listServices } from '../catalogue.ts';
import { countBy } from '../count-by.ts';

export const listLifeEventsQuery = defineQuery({
  name: 'service-catalogue.list-life-events',
  title: { uk: 'Життєві події', en: 'Life events' },
  input: z.object({}),
  output: z.object({
    lifeEvents: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        titleEn: z.string(),
        hint: z.string(),
        hintEn: z.string(),
        services: z.number(),
      }),
    ),
  }),
  may: ['resident'],
  async run({ tx, now }) {
    const services = await listServices(tx, kyivDate(now));
    const counts = countBy(services.flatMap(({ lifeEvents }) => lifeEvents));
    const events = await listLifeEvents(tx);
    return { lifeEvents: events.map((event) => ({ ...event, services: counts.get(event.code) ?? 0 })) };
  },
});
