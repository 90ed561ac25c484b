import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { tellLooks, toldLook } from '../../journal/index.ts';
import { findOwnCases } from '../own-store.ts';

/** As many cases as one page can tell of. */
const MOST_CASES = 30;

/** The right to know who looked at one's data (Law 2297-VI art. 8): all one's cases, and the account itself. */
export const myLooks = defineQuery({
  name: 'cabinet.my-looks',
  title: { uk: 'Хто дивився мої дані', en: 'Who looked at my data' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({}),
  output: z.object({
    cases: z.array(z.object({ number: z.string(), title: z.string(), looks: z.array(toldLook) })),
    account: z.array(toldLook),
  }),
  async run({ tx, actor, house }) {
    const { accountId } = accountOf(actor);
    const cases = [];
    for (const { id, number, title } of (await findOwnCases(tx, accountId)).slice(0, MOST_CASES)) {
      cases.push({ number, title, looks: await tellLooks(tx, house, { kind: 'case', id }, accountId) });
    }
    return {
      cases,
      account: await tellLooks(tx, house, { kind: 'account', id: accountId }, accountId),
    };
  },
});
