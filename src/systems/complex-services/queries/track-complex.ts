import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { findTrackedCase } from '../../../kernel/cases/index.ts';
import { COMPLEX_SERVICE } from '../complex-case.ts';
import { getComplex } from '../complex-store.ts';
import { readWholeView, wholeView } from '../whole-view.ts';

export const trackComplex = defineQuery({
  name: 'complex-services.track-complex',
  title: { uk: 'Де моя комплексна заява', en: 'Where is my complex application' },
  input: z.object({
    number: z.string().trim().min(1, 'complex-services:input.numberMissing').max(60),
    code: personal(z.string().trim().min(1, 'complex-services:input.codeMissing').max(60)),
  }),
  output: wholeView.extend({
    number: z.string(),
    title: z.string(),
    state: z.string(),
    isOpen: z.boolean(),
    registeredAt: z.date(),
    /** What was promised on the day of filing. */
    promisedOn: z.iso.date().nullable(),
    endedOn: z.iso.date().nullable(),
  }),
  may: ['resident'],
  async run({ tx, now }, { number, code }) {
    const found = await findTrackedCase(tx, number, code);
    // One sentence for a wrong number and a wrong code: nobody learns which numbers there are.
    if (found === null || found.kind !== COMPLEX_SERVICE.name)
      throw notFound('complex-services:refusals.notTracked');
    const { promisedOn, endedOn } = await getComplex(tx, found.id);
    return {
      number: found.number,
      title: found.title,
      state: found.state,
      isOpen: found.isOpen,
      registeredAt: found.registeredAt,
      promisedOn,
      endedOn,
      ...(await readWholeView(tx, found.id, now)),
    };
  },
});
