import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { requireOwnDesk } from '../information-request.ts';
import { caseIdInput, deedView, viewDeed } from '../request-input.ts';
import { advanceRequest } from '../request-store.ts';

export const takeRequest = defineAction({
  name: 'information-requests.take-request',
  title: { uk: 'Узяти запит у роботу', en: 'Take a request' },
  may: ['specialist'],
  importable: true,
  input: z.object({ caseId: caseIdInput }),
  output: deedView,
  async run(deed, { caseId }) {
    const done = await advanceRequest(deed, caseId, (found) => {
      requireOwnDesk(found, deed.actor);
      const taken = { event: 'taken', executorId: deed.actor.staffId };
      return found.state === 'in-work' ? taken : { ...taken, to: 'in-work' };
    });
    return viewDeed(done);
  },
});
