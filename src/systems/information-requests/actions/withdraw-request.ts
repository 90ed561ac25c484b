import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { caseIdInput, deedView, viewDeed } from '../request-input.ts';
import { advanceRequest } from '../request-store.ts';

export const withdrawRequest = defineAction({
  name: 'information-requests.withdraw-request',
  title: { uk: 'Відкликати запит', en: 'Withdraw a request' },
  may: ['registrar'],
  importable: true,
  input: z.object({ caseId: caseIdInput }),
  output: deedView,
  async run(deed, { caseId }) {
    const done = await advanceRequest(deed, caseId, () => ({ event: 'withdrawn', to: 'withdrawn' }));
    return viewDeed(done);
  },
});
