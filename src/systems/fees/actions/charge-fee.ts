import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { chargeFee } from '../charge.ts';

export const chargeFeeAction = defineAction({
  name: 'fees.charge-fee',
  title: { uk: 'Нарахувати адміністративний збір', en: 'Charge the administrative fee' },
  may: ['administrator'],
  input: z.object({
    caseId: z.uuid('fees:input.caseMissing'),
    /** Code of the tariff (`in-time`, `late`), where the service has several. */
    variant: z.string().max(60).optional(),
    waiver: z.string().max(60).optional(),
  }),
  output: z.object({ dueId: z.uuid(), code: z.string(), amount: z.string() }),
  run: (deed, input) => chargeFee(deed, input),
});
