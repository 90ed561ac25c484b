import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { requireOwnDesk } from '../information-request.ts';
import { writeRequester } from '../letters/write-requester.ts';
import { caseIdInput, deedView, viewDeed } from '../request-input.ts';
import { advanceRequest, endOf } from '../request-store.ts';

/** Art. 22(3): we do not hold it and know who does; the holder's own clock begins when it receives the request. */
export const forwardRequest = defineAction({
  name: 'information-requests.forward-request',
  title: { uk: 'Переслати запит розпоряднику', en: 'Forward a request to the holder' },
  may: ['registrar', 'specialist'],
  importable: true,
  input: z.object({
    caseId: caseIdInput,
    to: z.string().trim().min(3, 'information-requests:input.holderMissing').max(300),
  }),
  output: deedView,
  async run(deed, { caseId, to }) {
    const done = await advanceRequest(deed, caseId, (found) => {
      requireOwnDesk(found, deed.actor);
      const { on, inTerm } = endOf(found, deed.now);
      return {
        event: 'forwarded',
        to: 'forwarded',
        outcome: 'forwarded',
        beside: sql`
          update information_requests.requests set forwarded_to = ${to}, answered_on = ${on}, in_term = ${inTerm}
           where case_id = ${caseId}`,
      };
    });
    await writeRequester(deed, caseId, 'forwarded', { to });
    return viewDeed(done);
  },
});
