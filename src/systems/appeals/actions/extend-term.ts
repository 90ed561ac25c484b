import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { extensionArticle } from '../appeal.ts';
import { advanceAppeal, getAppealRow } from '../appeal-store.ts';
import { caseIdInput, deedView, viewDeed } from '../appeal-input.ts';
import { writeAuthor } from '../letters/write-author.ts';

/**
 * More time, before the term ends and never beyond the law's maximum of the whole (45 days for an
 * appeal, art. 20); the author is told the new day and the reason.
 */
export const extendTerm = defineAction({
  name: 'appeals.extend-term',
  title: { uk: 'Продовжити строк розгляду', en: 'Extend the term' },
  input: z.object({
    caseId: caseIdInput,
    days: z.coerce
      .number('appeals:input.daysWrong')
      .int('appeals:input.daysWrong')
      .min(1, 'appeals:input.daysWrong')
      .max(45, 'appeals:input.daysWrong'),
    reason: personal(z.string().trim().min(5, 'appeals:input.reasonMissing').max(1000)),
  }),
  output: deedView.extend({ told: z.boolean() }),
  may: ['leader'],
  async run(deed, { caseId, days, reason }) {
    const { deputy } = await getAppealRow(deed.tx, caseId);
    const article = extensionArticle(deputy);
    const done = await advanceAppeal(deed, caseId, (found) => ({
      event: 'extended',
      clock: { type: 'extend', days, article, reason },
      data: { reason, dueBefore: found.dueOn },
    }));
    const told = await writeAuthor(deed, done.before, 'extended', {
      reason,
      article,
      dueOn: done.dueOn ?? '',
    });
    return { ...viewDeed(done), told };
  },
});
