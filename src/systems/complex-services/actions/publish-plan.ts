import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { type Contradiction, judgePlan } from '../judge-plan.ts';
import { type Plan, planSchema } from '../plan.ts';
import { readKnownServices, writeVersion } from '../plan-store.ts';
import { wrongField } from '../refuse-input.ts';

export const publishPlan = defineAction({
  name: 'complex-services.publish-plan',
  title: { uk: 'Оприлюднити версію плану', en: 'Publish a version of a plan' },
  input: z.object({
    plan: planSchema,
    /** From this day; what began before stays under its own version. */
    validFrom: z.iso.date('complex-services:input.dateMissing'),
  }),
  output: z.object({ code: z.string(), versionId: z.uuid() }),
  may: ['head', 'it'],
  async run(deed, { plan, validFrom }) {
    if (validFrom < kyivDate(deed.now))
      throw wrongField(['validFrom'], 'complex-services:input.datePast', validFrom);
    return publish(deed, plan, validFrom);
  },
});

async function publish(deed: Deed, plan: Plan, validFrom: string) {
  const [first] = judgePlan(plan, await readKnownServices(deed.tx, validFrom));
  if (first !== undefined) throw contradictionRefusal(first);
  const versionId = await writeVersion(deed.tx, plan, validFrom);
  deed.about({ kind: 'plan', id: versionId });
  return { code: plan.code, versionId };
}

/** The first contradiction at its part; the page shows all of them before. */
function contradictionRefusal({ kind, no }: Contradiction) {
  const path = no === null ? ['plan'] : ['plan', 'parts', String(no)];
  return wrongField(path, `complex-services:contradictions.${kind}`, no);
}

export const importPlans = defineAction({
  name: 'complex-services.import-plans',
  title: { uk: 'Завантажити плани з файлу', en: 'Import plans from a file' },
  input: z.object({
    plans: z.array(planSchema).min(1).max(100),
    validFrom: z.iso.date('complex-services:input.dateMissing'),
    /** Only tells what is wrong and writes nothing. */
    dryRun: z.boolean().default(true),
  }),
  output: z.object({
    plans: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        contradictions: z.array(
          z.object({
            kind: z.string(),
            no: z.int().nullable(),
            params: z.record(z.string(), z.union([z.string(), z.number()])),
          }),
        ),
      }),
    ),
    written: z.int(),
  }),
  may: ['head', 'it'],
  async run(deed, { plans, validFrom, dryRun }) {
    if (validFrom < kyivDate(deed.now))
      throw wrongField(['validFrom'], 'complex-services:input.datePast', validFrom);
    const known = await readKnownServices(deed.tx, validFrom);
    const judged = plans.map((plan) => ({
      code: plan.code,
      title: plan.title.uk,
      contradictions: judgePlan(plan, known).map((one) => ({ ...one, params: { ...one.params } })),
    }));
    const sound = judged.every(({ contradictions }) => contradictions.length === 0);
    if (dryRun || !sound) return { plans: judged, written: 0 };
    for (const plan of plans) await publish(deed, plan, validFrom);
    return { plans: judged, written: plans.length };
  },
});
