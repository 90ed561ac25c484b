import { sql } from 'kysely';
import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import { findTrackedCase, getCase, linkCases } from '../../../kernel/cases/index.ts';
import { viewSteps } from '../../../kernel/cases/view/course-view.ts';
import { authorInput, cardInput, registeredView } from '../appeal-input.ts';
import { advanceAppeal, getAppealRow } from '../appeal-store.ts';
import { APPEAL } from '../appeal.ts';
import { fileAppeal } from '../register-appeal.ts';

/** Was it really done? The author says so and how content they are; what is not done is asked again. */
export const confirmAnswer = defineAction({
  name: 'appeals.confirm-answer',
  title: { uk: 'Сказати, чи справді зроблено', en: 'Say whether it was really done' },
  input: z.object({
    number: z.string().max(60),
    code: personal(z.string().max(60)),
    done: z.enum(['yes', 'partly', 'no'], 'appeals:input.doneMissing'),
    mark: z.coerce.number().int().min(1).max(5).nullable().default(null),
    /** What is still not done: it becomes a repeated appeal. */
    again: personal(z.string().trim().max(20_000).default('')),
  }),
  output: z.object({ repeat: registeredView.nullable() }),
  may: ['resident'],
  async run(deed, { number, code, done, mark, again }) {
    if (done === 'yes' && again !== '') throw wrongField(['again'], 'appeals:input.againWhenDone');
    const found = await findTrackedCase(deed.tx, number, code);
    if (found?.kind !== APPEAL.name) throw notFound('appeals:refusals.notTracked');
    await advanceAppeal(deed, found.id, (held) => {
      if (held.state !== 'answered')
        throw new Refusal('appeals:refusals.notAnswered', { number: held.number });
      return {
        event: again === '' ? 'confirmed' : 'reopened',
        data: { done },
        beside: sql`update appeals.appeals set done = ${done}, mark = ${mark} where case_id = ${found.id}`,
      };
    });
    return { repeat: again === '' ? null : await askAgain(deed, found.id, again) };
  },
});

/** A repeated appeal of the same author, from the site, with a number of its own. */
async function askAgain(deed: Deed, caseId: string, text: string) {
  const { applicant } = await getCase(deed.tx, caseId);
  const row = await getAppealRow(deed.tx, caseId);
  const present = Object.entries(applicant ?? {}).filter(([, value]) => value !== null);
  const author = authorInput.parse(Object.fromEntries(present));
  const card = cardInput.parse({ channel: 'site', kind: 'not-stated', sign: 'repeated', questions: [{}] });
  const place = {
    words: row.place,
    ...(row.lat === null || row.lon === null ? {} : { lat: row.lat, lon: row.lon }),
  };
  const opened = await fileAppeal(deed, { card, author, text, place });
  await linkCases(deed, { caseId: opened.id, otherId: caseId, kind: 'repeat' });
  const { id, number, index, trackingCode, dueOn, countedFrom, steps } = opened;
  return { caseId: id, number, index, trackingCode, dueOn, countedFrom, steps: viewSteps(steps) };
}
