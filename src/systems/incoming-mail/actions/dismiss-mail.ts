import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { dismissLetter } from '../../../kernel/letters/inbox/index.ts';

export const dismissMail = defineAction({
  name: 'incoming-mail.dismiss-mail',
  title: { uk: 'Відкласти лист без реєстрації', en: 'Dismiss a letter without registering it' },
  may: ['registrar'],
  input: z.object({
    letterId: z.uuid(),
    reason: personal(z.string().trim().min(1, 'incoming-mail:input.reasonMissing').max(300)),
  }),
  output: z.object({ state: z.literal('dismissed') }),
  async run(deed, { letterId, reason }) {
    await dismissLetter(deed, letterId, reason);
    deed.about({ kind: 'letter', id: letterId });
    return { state: 'dismissed' as const };
  },
});
