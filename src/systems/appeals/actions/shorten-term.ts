import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { toEpochDay } from '../../../kernel/calendar/epoch-day.ts';
import { explainTerm } from '../../../kernel/cases/index.ts';
import { advanceAppeal } from '../appeal-store.ts';
import { caseIdInput, deedView, viewDeed } from '../appeal-input.ts';
import { writeAuthor } from '../letters/write-author.ts';

const ARTICLE = 'Закон 393/96-ВР, ст. 20';

/** Sooner than the law says: the author demanded it in writing and told why (art. 20). */
export const shortenTerm = defineAction({
  name: 'appeals.shorten-term',
  title: { uk: 'Скоротити строк на вимогу автора', en: 'Shorten the term at the author’s demand' },
  input: z.object({
    caseId: caseIdInput,
    /** The last day from now on; a day off moves it to the next working day. */
    dueOn: z.iso.date('appeals:input.dateWrong'),
    /** What the author's written demand says. */
    reason: personal(z.string().trim().min(5, 'appeals:input.reasonMissing').max(1000)),
  }),
  output: deedView.extend({ told: z.boolean() }),
  may: ['leader'],
  async run(deed, { caseId, dueOn, reason }) {
    const [clock] = await explainTerm(deed.tx, caseId);
    if (clock === undefined) throw new Refusal('cases:refusals.noClock');
    const days = toEpochDay(dueOn) - toEpochDay(clock.startedOn);
    if (days < 0) throw new Refusal('cases:refusals.notShorter');
    const done = await advanceAppeal(deed, caseId, (found) => ({
      event: 'shortened',
      // The steps of the term name their ground by it.
      clock: { type: 'shorten', days, article: `${ARTICLE}, скорочено на вимогу автора` },
      data: { reason, dueBefore: found.dueOn },
    }));
    const told = await writeAuthor(deed, done.before, 'shortened', {
      reason,
      article: ARTICLE,
      dueOn: done.dueOn ?? dueOn,
    });
    return { ...viewDeed(done), told };
  },
});
