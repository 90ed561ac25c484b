import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listUnits } from '../../../kernel/identity/unit-store.ts';

export const listUnitsQuery = defineQuery({
  name: 'staff.list-units',
  title: { uk: 'Органи, де працюють люди', en: 'Bodies where people work' },
  may: ['it', 'head'],
  input: z.object({}),
  output: z.object({ units: z.array(z.object({ code: z.string(), name: z.string() })) }),
  run: async ({ tx, now }) => ({
    units: (await listUnits(tx, kyivDate(now))).map(({ code, shortName }) => ({ code, name: shortName })),
  }),
});
