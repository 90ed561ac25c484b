import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { requireOwnDesk } from '../information-request.ts';
import { writeRequester } from '../letters/write-requester.ts';
import { caseIdInput, deedView, viewDeed } from '../request-input.ts';
import { advanceRequest, endOf, listGrounds } from '../request-store.ts';

const testPart = personal(z.string().trim().max(2000).optional());

/** Only on the grounds of art. 22(1), and restricted access only after the three-part test of art. 6(2). */
export const refuseRequest = defineAction({
  name: 'information-requests.refuse-request',
  title: { uk: 'Відмовити в запиті', en: 'Refuse a request' },
  may: ['specialist', 'registrar'],
  importable: true,
  input: z.object({
    caseId: caseIdInput,
    ground: z.string().min(1, 'information-requests:input.groundMissing').max(60),
    words: personal(z.string().trim().min(10, 'information-requests:input.refusalWordsMissing').max(5000)),
    /** Which lawful interest is protected. */
    interest: testPart,
    /** What substantial harm publishing would do. */
    harm: testPart,
    /** Why the harm outweighs the public's interest. */
    balance: testPart,
  }),
  output: deedView,
  async run(deed, { caseId, ground, words, interest, harm, balance }) {
    const found = (await listGrounds(deed.tx, kyivDate(deed.now))).find(({ code }) => code === ground);
    if (found === undefined) throw new Refusal('information-requests:refusals.noSuchGround', {}, 422);
    const test = found.needsTest ? [interest, harm, balance] : [];
    if (test.some((part = '') => part.length < 10)) {
      throw new Refusal('information-requests:refusals.testMissing', {}, 422);
    }
    const [testInterest = null, testHarm = null, testBalance = null] = test;
    const done = await advanceRequest(deed, caseId, (held) => {
      requireOwnDesk(held, deed.actor);
      const { on, inTerm } = endOf(held, deed.now);
      return {
        event: 'refused',
        to: 'refused',
        outcome: 'refused',
        data: { ground },
        beside: sql`
          update information_requests.requests set
            refusal_ground = ${ground}, refusal_words = ${words}, test_interest = ${testInterest},
            test_harm = ${testHarm}, test_balance = ${testBalance}, answered_on = ${on}, in_term = ${inTerm}
           where case_id = ${caseId}`,
      };
    });
    const { title, article } = found;
    await writeRequester(deed, caseId, 'refused', { ground: `${title} (${article})`, words });
    return viewDeed(done);
  },
});
