import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { getService } from '../catalogue.ts';
import { cardSchema, serviceSchema } from '../service.ts';
import { findCard } from '../service-store.ts';

export const getServiceQuery = defineQuery({
  name: 'service-catalogue.get-service',
  title: { uk: 'Інформаційна картка послуги', en: 'Information card of a service' },
  input: z.object({ code: z.string().max(20), on: z.iso.date().optional() }),
  output: z.object({ service: serviceSchema, card: cardSchema.nullable() }),
  may: ['resident'],
  async run({ tx, now }, input) {
    const service = await getService(tx, input.code, input.on ?? kyivDate(now));
    const card = service.hasCard ? await findCard(tx, service.versionId) : undefined;
    return { service, card: card ?? null };
  },
});
