import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { getIncomingLetter } from '../../../kernel/letters/inbox/index.ts';

/** What of a letter fills the form of a request. */
export const getMailForm = defineQuery({
  name: 'information-requests.get-mail-form',
  title: { uk: 'Запит із листа', en: 'A request out of a letter' },
  may: ['registrar'],
  input: z.object({ letterId: z.uuid() }),
  output: z.object({
    letterId: z.uuid(),
    name: z.string(),
    email: z.string(),
    subject: z.string(),
    body: z.string(),
  }),
  async run({ tx, looked }, { letterId }) {
    const { fromName, fromAddress, subject, body } = await getIncomingLetter(tx, letterId);
    looked({ kind: 'letter', id: letterId });
    return {
      letterId,
      name: fromName ?? '',
      email: fromAddress ?? '',
      subject: subject ?? '',
      body: body ?? '',
    };
  },
});
