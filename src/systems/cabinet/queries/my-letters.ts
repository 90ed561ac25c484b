import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { findLetters } from '../own-store.ts';

export const myLetters = defineQuery({
  name: 'cabinet.my-letters',
  title: { uk: 'Листи до мене', en: 'Letters to me' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({}),
  output: z.object({
    letters: z.array(
      z.object({
        id: z.uuid(),
        at: z.date(),
        subject: personal(z.string()),
        text: personal(z.string()),
        to: personal(z.string()),
        sent: z.boolean(),
      }),
    ),
  }),
  async run({ tx, actor }) {
    return { letters: [...(await findLetters(tx, accountOf(actor).accountId))] };
  },
});
