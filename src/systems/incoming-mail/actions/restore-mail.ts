import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { restoreLetter } from '../../../kernel/letters/inbox/index.ts';

export const restoreMail = defineAction({
  name: 'incoming-mail.restore-mail',
  title: { uk: 'Повернути відкладений лист', en: 'Take a dismissed letter back' },
  may: ['registrar'],
  input: z.object({ letterId: z.uuid() }),
  output: z.object({ state: z.literal('new') }),
  async run(deed, { letterId }) {
    await restoreLetter(deed, letterId);
    deed.about({ kind: 'letter', id: letterId });
    return { state: 'new' as const };
  },
});
