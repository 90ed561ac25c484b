import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { readBodies } from '../waiting-store.ts';

export const listExchanges = defineQuery({
  name: 'handover-registers.list-exchanges',
  title: { uk: 'Як органи обмінюються документами', en: 'How bodies exchange papers' },
  may: ['administrator', 'head', 'it', 'auditor'],
  input: z.object({}),
  output: z.object({
    bodies: z.array(
      z.object({ unitId: z.uuid(), code: z.string(), name: z.string(), way: z.enum(['paper', 'api']) }),
    ),
  }),
  run: async ({ tx, now }) => ({ bodies: [...(await readBodies(tx, kyivDate(now)))] }),
});
