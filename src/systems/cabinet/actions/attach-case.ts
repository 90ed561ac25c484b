import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { findTrackedCase } from '../../../kernel/cases/index.ts';
import { attachToAccount } from '../own-store.ts';

/** A case filed elsewhere comes into the cabinet by what stands on its receipt. */
export const attachCase = defineAction({
  name: 'cabinet.attach-case',
  title: { uk: 'Додати справу до кабінету', en: 'Add a case to the cabinet' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({
    number: z.string().trim().min(1, 'cabinet:input.number').max(60),
    code: personal(z.string().trim().min(1, 'cabinet:input.code').max(60)),
  }),
  output: z.object({ caseId: z.uuid(), number: z.string() }),
  async run(deed, { number, code }) {
    const found = await findTrackedCase(deed.tx, number, code);
    // One sentence for a wrong number and a wrong code: nobody learns which numbers there are.
    if (found === null) throw notFound('cabinet:refusals.notFound');
    await attachToAccount(deed, found.id);
    return { caseId: found.id, number: found.number };
  },
});
