import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { draftOf, serviceDraftSchema } from '../service-draft.ts';
import { isInForce } from '../service.ts';
import { readFullVersions } from '../version-store.ts';

export const exportServicesQuery = defineQuery({
  name: 'service-catalogue.export-services',
  title: { uk: 'Увесь каталог для таблиці', en: 'The whole catalogue for a spreadsheet' },
  input: z.object({ on: z.iso.date().optional(), code: z.string().max(20).optional() }),
  output: z.object({ services: z.array(serviceDraftSchema) }),
  may: ['head', 'it'],
  async run({ tx, now }, input) {
    const on = input.on ?? kyivDate(now);
    const versions = (await readFullVersions(tx)).filter(({ service }) => isInForce(service, on));
    const chosen = versions.filter(({ service }) => input.code === undefined || service.code === input.code);
    return { services: chosen.map(draftOf) };
  },
});
