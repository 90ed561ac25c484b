import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { chooseProvider } from '../../service-catalogue/index.ts';
import { contactsInput } from '../draft.ts';
import { serviceCodeInput } from '../cabinet-input.ts';
import { changeDraft } from '../draft-store.ts';

export const saveApplicant = defineAction({
  name: 'cabinet.save-applicant',
  title: { uk: 'Зберегти в чернетці, хто подає заяву', en: 'Save who applies in the draft' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({
    serviceCode: serviceCodeInput,
    contacts: contactsInput,
    /** Where several bodies give the service. */
    providerCode: z.string().max(60).optional(),
  }),
  output: z.object({}),
  async run(deed, { serviceCode, contacts, providerCode }) {
    await changeDraft(deed, serviceCode, ({ providerCode: before }, service) => ({
      contacts,
      providerCode: providerCode === undefined ? before : chooseProvider(service, providerCode).code,
    }));
    return {};
  },
});
