import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listUnits } from '../../../kernel/identity/unit-store.ts';
import { listDistricts } from '../../address-register/index.ts';
import { listTopics } from '../routing.ts';

const choice = z.object({ code: z.string(), name: z.string() });

/** What the forms of events and routes choose from. */
export const listChoices = defineQuery({
  name: 'hotline.list-choices',
  title: { uk: 'Теми, райони й підрозділи гарячої лінії', en: 'Topics, districts and bodies of the hotline' },
  may: ['operator', 'leader', 'it', 'auditor'],
  input: z.object({}),
  output: z.object({
    topics: z.array(choice.extend({ nameEn: z.string(), group: z.string() })),
    districts: z.array(choice),
    units: z.array(choice),
  }),
  async run({ tx, now }) {
    const on = kyivDate(now);
    const topics = await listTopics(tx, on);
    const districts = await listDistricts(tx);
    const units = await listUnits(tx, on);
    return {
      topics: topics.map(({ code, name, nameEn, group }) => ({ code, name, nameEn, group })),
      districts: [...districts],
      units: units.map(({ code, shortName }) => ({ code, name: shortName })),
    };
  },
});
export type Choices = z.output<(typeof listChoices)['output']>;
