import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { findTrackedCase } from '../../../kernel/cases/index.ts';

/** One page for every number: a case that is no application is shown by its own system. */
export const findTrackPath = defineQuery({
  name: 'applications.find-track-path',
  title: { uk: 'Яка сторінка показує справу', en: 'Which page shows a case' },
  input: z.object({
    number: z.string().trim().min(1, 'applications:input.numberMissing').max(60),
    code: personal(z.string().trim().min(1, 'applications:input.codeMissing').max(60)),
  }),
  output: z.object({ path: z.string().nullable() }),
  may: ['resident'],
  async run({ tx, house }, { number, code }) {
    const found = await findTrackedCase(tx, number, code);
    return { path: found === null ? null : (house.kindOf(found.kind)?.trackPath ?? null) };
  },
});
