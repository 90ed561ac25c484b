import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { requireOwnDesk } from '../information-request.ts';
import { writeRequester } from '../letters/write-requester.ts';
import { caseIdInput, deedView, viewDeed } from '../request-input.ts';
import { advanceRequest } from '../request-store.ts';

/** Law 2939-VI art. 20(4): much information, or a search in much; the requester is told within the five days. */
export const extendRequest = defineAction({
  name: 'information-requests.extend-request',
  title: { uk: 'Продовжити строк запиту', en: 'Extend the term of a request' },
  may: ['specialist', 'registrar', 'leader'],
  importable: true,
  input: z.object({
    caseId: caseIdInput,
    /** Working days to add; the whole term is at most what the law names. */
    days: z.coerce.number().int().min(1, 'information-requests:input.daysMissing').max(60),
    reason: personal(z.string().trim().min(5, 'information-requests:input.extendReasonMissing').max(1000)),
  }),
  output: deedView,
  async run(deed, { caseId, days, reason }) {
    const done = await advanceRequest(deed, caseId, (found) => {
      requireOwnDesk(found, deed.actor);
      return {
        event: 'extended',
        clock: { type: 'extend', days, article: 'Закон 2939-VI, ст. 20, ч. 4' },
      };
    });
    await writeRequester(deed, caseId, 'extended', { dueOn: done.dueOn ?? '', reason });
    return viewDeed(done);
  },
});
