import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { givesServices, listUnits } from '../../../kernel/identity/unit-store.ts';
import { planVersionSchema } from '../plan.ts';
import { listVersions } from '../plan-store.ts';

/** Every version of every plan, for whoever edits and exports them. */
export const listPlanVersions = defineQuery({
  name: 'complex-services.list-plan-versions',
  title: { uk: 'Версії планів', en: 'Versions of plans' },
  input: z.object({ code: z.string().max(40).optional() }),
  output: z.object({
    versions: z.array(planVersionSchema),
    bodies: z.array(z.object({ code: z.string(), shortName: z.string() })),
  }),
  may: ['administrator', 'head', 'it', 'auditor'],
  async run({ tx, now }, { code }) {
    const versions = await listVersions(tx);
    const units = (await listUnits(tx, kyivDate(now))).filter(givesServices);
    return {
      versions: versions.filter((version) => code === undefined || version.code === code),
      bodies: units.map((unit) => ({ code: unit.code, shortName: unit.shortName })),
    };
  },
});
