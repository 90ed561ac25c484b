import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { requireOwnDesk } from '../information-request.ts';
import { caseIdInput, deedView, viewDeed } from '../request-input.ts';
import { advanceRequest } from '../request-store.ts';

export const resumeRequest = defineAction({
  name: 'information-requests.resume-request',
  title: { uk: 'Відновити розгляд запиту', en: 'Resume a request' },
  may: ['specialist', 'leader'],
  importable: true,
  input: z.object({ caseId: caseIdInput }),
  output: deedView,
  async run(deed, { caseId }) {
    const done = await advanceRequest(deed, caseId, (found) => {
      requireOwnDesk(found, deed.actor);
      return { event: 'resumed', to: 'in-work', clock: { type: 'resume' } };
    });
    return viewDeed(done);
  },
});
