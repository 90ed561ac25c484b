import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { writeContacts } from '../../../kernel/identity/account-store.ts';
import { contactsInput } from '../draft.ts';

export const saveContacts = defineAction({
  name: 'cabinet.save-contacts',
  title: { uk: 'Змінити мої контакти', en: 'Change my contacts' },
  may: ['resident'],
  needsAccount: true,
  input: contactsInput,
  output: z.object({}),
  async run(deed, { phone, email, address }) {
    const { accountId, ...known } = accountOf(deed.actor);
    const fresh = { phone: phone || null, email: email || null, address: address || null };
    await writeContacts(deed.tx, accountId, fresh);
    deed.about({ kind: 'account', id: accountId });
    for (const field of ['phone', 'email', 'address'] as const) {
      if (known[field] !== fresh[field]) deed.changed(field, known[field], fresh[field]);
    }
    return {};
  },
});
