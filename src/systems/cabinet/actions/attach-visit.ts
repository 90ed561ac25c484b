import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { findBookedVisits } from '../../booking/index.ts';
import { tieVisit } from '../own-store.ts';

export const attachVisit = defineAction({
  name: 'cabinet.attach-visit',
  title: { uk: 'Додати запис на прийом до кабінету', en: 'Add a booked visit to the cabinet' },
  may: ['resident'],
  needsAccount: true,
  // The code opens the visit for whoever has it, so the journal keeps its hash only.
  input: z.object({ code: personal(z.string().trim().toUpperCase().min(1, 'cabinet:input.code').max(20)) }),
  output: z.object({}),
  async run(deed, { code }) {
    const [found] = await findBookedVisits(deed.tx, [code], deed.now);
    if (found === undefined) throw notFound('cabinet:refusals.noVisit');
    await tieVisit(deed, code);
    return {};
  },
});
