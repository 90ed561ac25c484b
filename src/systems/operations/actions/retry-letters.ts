import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';

/** Letters that were given up are tried anew from the first attempt; erased ones have nobody to go to. */
export const retryLetters = defineAction({
  name: 'operations.retry-letters',
  title: { uk: 'Надіслати листи ще раз', en: 'Send letters again' },
  may: ['it'],
  input: z.object({}),
  output: z.object({ letters: z.int() }),
  async run(deed) {
    const { rows } = await sql`
      update kernel.letters set attempts = 0, next_attempt_at = ${deed.now}
       where sent_at is null and next_attempt_at is null and to_address <> ''
      returning id`.execute(deed.tx);
    deed.about({ kind: 'letters', id: 'given-up' });
    return { letters: rows.length };
  },
});
