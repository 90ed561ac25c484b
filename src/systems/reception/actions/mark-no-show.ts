import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { visitIdInput } from '../reception-input.ts';
import { getVisit, moveVisit, requireOwnReception } from '../visit-store.ts';

export const markNoShow = defineAction({
  name: 'reception.mark-no-show',
  title: { uk: 'Людина не прийшла на прийом', en: 'The person did not come' },
  may: ['registrar', 'leader'],
  input: z.object({ visitId: visitIdInput }),
  output: z.object({ visitId: z.uuid() }),
  async run(deed, { visitId }) {
    const { leaderId, startsAt } = await getVisit(deed.tx, { id: visitId });
    requireOwnReception(deed.actor, leaderId);
    if (startsAt > deed.now) throw new Refusal('reception:refusals.notYet');
    await moveVisit(deed, visitId, 'miss');
    return { visitId };
  },
});
