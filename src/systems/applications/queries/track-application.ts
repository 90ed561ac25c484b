import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { findTrackedCase } from '../../../kernel/cases/index.ts';
import { APPLICATION } from '../application.ts';
import { trackedView, viewTracked } from '../tracked-view.ts';

export const trackApplication = defineQuery({
  name: 'applications.track-application',
  title: { uk: 'Де моя заява', en: 'Where is my application' },
  input: z.object({
    number: z.string().trim().min(1, 'applications:input.numberMissing').max(60),
    code: personal(z.string().trim().min(1, 'applications:input.codeMissing').max(60)),
  }),
  output: trackedView,
  may: ['resident'],
  async run({ tx, now }, { number, code }) {
    const found = await findTrackedCase(tx, number, code);
    // One sentence for a wrong number and a wrong code: nobody learns which numbers there are.
    if (found === null || found.kind !== APPLICATION.name) throw notFound('applications:refusals.notTracked');
    return viewTracked(tx, found, now);
  },
});
