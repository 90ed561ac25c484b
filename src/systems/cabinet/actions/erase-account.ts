import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { eraseAccount as erase } from '../../../kernel/identity/account-store.ts';

/** The right to be forgotten (Law 2297-VI art. 8): the cabinet goes, cases stay for the term of the archive. */
export const eraseAccount = defineAction({
  name: 'cabinet.erase-account',
  title: { uk: 'Стерти мій кабінет', en: 'Erase my cabinet' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({ sure: z.boolean().refine((sure) => sure, 'cabinet:input.sure') }),
  output: z.object({}),
  async run(deed) {
    const { accountId } = accountOf(deed.actor);
    await erase(deed.tx, accountId, deed.now);
    deed.about({ kind: 'account', id: accountId });
    return {};
  },
});
