import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { parsePayCode } from '../bank-codes.ts';
import { dueView, findDueByCode } from '../due-store.ts';
import { linksOf, linksView } from '../due-links.ts';

const shown = dueView.omit({ caseId: true, cancelReason: true });
export const publicDue = shown.extend({ links: linksView });

/** For everyone who has the code: who applied is not told. */
export const getDueByCode = defineQuery({
  name: 'fees.get-due-by-code',
  title: { uk: 'Рахунок за кодом платежу', en: 'A bill by its payment code' },
  may: ['resident'],
  input: z.object({ code: z.string().max(40) }),
  output: publicDue,
  async run({ tx }, { code }) {
    const plain = parsePayCode(code);
    const due = plain === null ? undefined : await findDueByCode(tx, plain);
    if (due === undefined) throw notFound('fees:refusals.noSuchCode');
    return publicDue.parse({ ...due, links: linksOf(due) });
  },
});
