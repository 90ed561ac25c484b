import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { writeRequester } from '../letters/write-requester.ts';
import { caseIdInput, deedView, viewDeed } from '../request-input.ts';
import { advanceRequest } from '../request-store.ts';

/** Art. 22(6): force majeure, a written decision with a term; no general stop. */
export const deferRequest = defineAction({
  name: 'information-requests.defer-request',
  title: { uk: 'Відстрочити відповідь', en: 'Defer the answer' },
  may: ['leader'],
  importable: true,
  input: z.object({
    caseId: caseIdInput,
    until: z.iso.date('information-requests:input.untilMissing'),
    reason: personal(z.string().trim().min(5, 'information-requests:input.deferReasonMissing').max(1000)),
  }),
  output: deedView,
  async run(deed, { caseId, until, reason }) {
    if (until <= kyivDate(deed.now)) throw new Refusal('information-requests:refusals.untilPast', {}, 422);
    const done = await advanceRequest(deed, caseId, () => ({
      event: 'deferred',
      to: 'deferred',
      clock: {
        type: 'pause',
        reason: 'information-requests:pauses.deferred',
        article: 'Закон 2939-VI, ст. 22, ч. 6',
      },
      beside: sql`update information_requests.requests set deferred_until = ${until} where case_id = ${caseId}`,
      data: { until },
    }));
    await writeRequester(deed, caseId, 'deferred', { until, reason });
    return viewDeed(done);
  },
});
