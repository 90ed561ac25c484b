import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { judgePlan } from '../judge-plan.ts';
import { planSchema } from '../plan.ts';
import { readKnownServices } from '../plan-store.ts';

/** All contradictions of a plan at once, before it is published. */
export const judgePlanQuery = defineQuery({
  name: 'complex-services.judge-plan',
  title: { uk: 'Суперечності плану', en: 'Contradictions of a plan' },
  input: z.object({ plan: planSchema, validFrom: z.iso.date('complex-services:input.dateMissing') }),
  output: z.object({
    contradictions: z.array(
      z.object({
        kind: z.string(),
        no: z.int().nullable(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  }),
  may: ['head', 'it'],
  async run({ tx }, { plan, validFrom }) {
    const found = judgePlan(plan, await readKnownServices(tx, validFrom));
    return { contradictions: found.map(({ kind, no, params }) => ({ kind, no, params: { ...params } })) };
  },
});
