import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { serviceCodeInput } from '../cabinet-input.ts';
import { takeDraft } from '../draft-store.ts';

export const discardDraft = defineAction({
  name: 'cabinet.discard-draft',
  title: { uk: 'Видалити чернетку', en: 'Delete a draft' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({ serviceCode: serviceCodeInput }),
  output: z.object({}),
  async run(deed, { serviceCode }) {
    const { accountId } = accountOf(deed.actor);
    // Its files keep their last day and are cleaned then.
    await takeDraft(deed.tx, accountId, serviceCode);
    deed.about({ kind: 'account', id: accountId });
    return {};
  },
});
