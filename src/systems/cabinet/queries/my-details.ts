import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { maskCode } from '../../../kernel/cases/applicant-code.ts';
import { contactsInput, contactsOf } from '../draft.ts';

export const myDetails = defineQuery({
  name: 'cabinet.my-details',
  title: { uk: 'Мої дані', en: 'My details' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({}),
  output: z.object({
    name: personal(z.string()),
    code: z.string().nullable(),
    provider: z.string(),
    contacts: contactsInput,
  }),
  async run({ actor }) {
    const known = accountOf(actor);
    return {
      name: known.name,
      code: known.code === null ? null : maskCode(known.code),
      provider: known.provider,
      contacts: contactsOf({ contacts: {} }, known),
    };
  },
});
