import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { givesServices, listUnits } from '../../../kernel/identity/unit-store.ts';

/** Bodies to filter by, and to hand over to. */
export const listBodies = defineQuery({
  name: 'applications.list-bodies',
  title: { uk: 'Органи, що розглядають заяви', en: 'Bodies that consider applications' },
  input: z.object({}),
  output: z.object({ bodies: z.array(z.object({ id: z.uuid(), code: z.string(), shortName: z.string() })) }),
  may: ['administrator', 'specialist', 'head', 'auditor'],
  async run({ tx, now }) {
    const units = await listUnits(tx, kyivDate(now));
    return {
      bodies: units
        .filter(givesServices)
        .map(({ id, code, shortName }) => ({ id, code, shortName }))
        .toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'uk')),
    };
  },
});
