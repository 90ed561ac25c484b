import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { type WrongField, wrongField, wrongFields } from '../../../kernel/actions/invalid-input.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { type Contradiction, judgePlan } from '../judge-plan.ts';
import { type Plan, planSchema } from '../plan.ts';
import { readKnownServices, writeVersion } from '../plan-store.ts';

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
    if (validFrom < kyivDate(deed.now)) throw wrongField(['validFrom'], 'complex-services:input.datePast');
    return publish(deed, plan, validFrom);
  },
});

async function publish(deed: Deed, plan: Plan, validFrom: string) {
  const found = judgePlan(plan, await readKnownServices(deed.tx, validFrom));
  if (found.length > 0) throw wrongFields(found.map((one) => fieldOf(plan, one)));
  const versionId = await writeVersion(deed.tx, plan, validFrom);
  deed.about({ kind: 'plan', id: versionId });
  return { code: plan.code, versionId };
}

/** The field of the form that a contradiction is about. */
const FIELDS = {
  'no-provider': 'provider',
  'unknown-provider': 'provider',
  'not-its-provider': 'provider',
  'no-service': 'serviceCode',
  'no-term': 'term.value',
  'too-long': 'term.value',
  'same-no': 'dependsOn',
  'no-such-part': 'dependsOn',
  cycle: 'dependsOn',
  'unknown-question': 'shares',
  'file-question': 'form',
} as const satisfies Record<Contradiction['kind'], string>;

function fieldOf({ parts }: Plan, { kind, no }: Contradiction): WrongField {
  const index = parts.findIndex((part) => part.no === no);
  const path = index < 0 ? ['plan', 'form'] : ['plan', 'parts', String(index), ...FIELDS[kind].split('.')];
  return { path, message: `complex-services:contradictions.${kind}` };
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
    if (validFrom < kyivDate(deed.now)) throw wrongField(['validFrom'], 'complex-services:input.datePast');
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
