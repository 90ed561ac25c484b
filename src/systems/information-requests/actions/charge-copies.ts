import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { copiesCost, requireOwnDesk } from '../information-request.ts';
import { writeRequester } from '../letters/write-requester.ts';
import { caseIdInput } from '../request-input.ts';
import { advanceRequest, getCopyRate } from '../request-store.ts';

/** Art. 21: copies beyond the free pages at their actual cost. */
export const chargeCopies = defineAction({
  name: 'information-requests.charge-copies',
  title: { uk: 'Порахувати плату за копії', en: 'Charge for copies' },
  may: ['specialist'],
  input: z.object({
    caseId: caseIdInput,
    pages: z.coerce.number().int().min(1, 'information-requests:input.pagesMissing').max(100_000),
  }),
  output: z.object({ amount: z.string() }),
  async run(deed, { caseId, pages }) {
    const cost = copiesCost(pages, await getCopyRate(deed.tx, kyivDate(deed.now)));
    const amount = `${Math.trunc(cost / 100)}.${String(cost % 100).padStart(2, '0')}`;
    await advanceRequest(deed, caseId, (found) => {
      requireOwnDesk(found, deed.actor);
      return {
        event: 'copies-charged',
        beside: sql`
          update information_requests.requests set pages = ${pages}, pages_amount = ${amount}, paid_on = null
           where case_id = ${caseId}`,
        data: { pages },
      };
    });
    if (cost > 0) await writeRequester(deed, caseId, 'copies', { pages, amount: amount.replace('.', ',') });
    return { amount };
  },
});
