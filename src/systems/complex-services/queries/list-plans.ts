import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listPlans } from '../plan-store.ts';

const words = z.object({ uk: z.string(), en: z.string() });

export const listPlansQuery = defineQuery({
  name: 'complex-services.list-plans',
  title: { uk: 'Комплексні послуги', en: 'Complex services' },
  input: z.object({}),
  output: z.object({
    plans: z.array(
      z.object({
        code: z.string(),
        title: words,
        intro: words,
        lifeEvent: z.string().nullable(),
        parts: z.int(),
        bodies: z.int(),
      }),
    ),
  }),
  may: ['resident'],
  async run({ tx, now }) {
    const plans = await listPlans(tx, kyivDate(now));
    return {
      plans: plans.map(({ code, title, intro, lifeEvent, parts }) => ({
        code,
        title,
        intro,
        lifeEvent,
        parts: parts.length,
        bodies: new Set(parts.map(({ provider }) => provider)).size,
      })),
    };
  },
});
