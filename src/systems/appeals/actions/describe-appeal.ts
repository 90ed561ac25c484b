import { sql } from 'kysely';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { replaceQuestions } from '../../../kernel/cases/index.ts';
import { advanceAppeal, writeCard } from '../appeal-store.ts';
import { cardInput, caseIdInput, deedView, placeInput, viewDeed } from '../appeal-input.ts';
import { findHouseUnit, heldBy } from '../house-units.ts';
import { judgeCard } from '../judge-card.ts';
import { tiePlace } from '../tie-place.ts';

/** The registrar fills in the card of what was filed on the site, or mends a card before anybody works on it. */
export const describeAppeal = defineAction({
  name: 'appeals.describe-appeal',
  title: { uk: 'Заповнити картку звернення', en: 'Fill in the card of an appeal' },
  // A deputy's or an advocate's paper has a clock of its own from the first day, so it is told at once.
  input: cardInput.omit({ deputy: true, term: true }).extend({
    caseId: caseIdInput,
    /** Left out, it stays as the author told it. */
    place: placeInput.optional(),
  }),
  output: deedView,
  may: ['registrar'],
  async run(deed, { caseId, place, ...described }) {
    const tied = place === undefined ? undefined : await tiePlace(deed, place);
    const card = { ...described, deputy: null, term: 'ordinary' as const };
    const { rows } = await sql<{ name: string | null; deputy: null }>`
      select a.name from kernel.cases c left join kernel.applicants a on a.id = c.applicant_id
      where c.id = ${caseId}`.execute(deed.tx);
    const { title, priority } = await judgeCard(deed, card, kyivDate(deed.now));
    const leadership = await findHouseUnit(deed.tx, 'leadership');
    const done = await advanceAppeal(deed, caseId, (found) => {
      if (found.state !== 'filed' && found.state !== 'registered') {
        throw new Refusal('appeals:refusals.inWorkAlready', { number: found.number });
      }
      return {
        event: 'described',
        title,
        ...(found.state === 'filed'
          ? {
              to: 'registered',
              holder: heldBy(leadership),
              ...(leadership === null ? {} : { unitId: leadership }),
            }
          : {}),
        beside: writeCard(caseId, card, { name: rows[0]?.name ?? null, priority, place: tied }),
      };
    });
    await replaceQuestions(deed, caseId, card.questions);
    return viewDeed(done);
  },
});
