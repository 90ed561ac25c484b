import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { findAlert } from '../rating-store.ts';

export const setAlert = defineAction({
  name: 'ratings.set-alert',
  title: { uk: 'Кому писати про низькі оцінки', en: 'Whom to write to about low marks' },
  may: ['head', 'it'],
  input: z.object({
    /** Null: no letters; low marks still wait at the desk. */
    email: z.email('ratings:input.emailWrong').max(254).nullable(),
    markAtMost: z.coerce
      .number('ratings:input.lowWrong')
      .int()
      .min(1, 'ratings:input.lowWrong')
      .max(4, 'ratings:input.lowWrong'),
  }),
  output: z.object({ markAtMost: z.number() }),
  async run(deed, { email, markAtMost }) {
    const before = await findAlert(deed);
    await sql`
      insert into ratings.alert_settings (email, mark_at_most) values (${email}, ${markAtMost})
      on conflict (only_one) do update set email = excluded.email, mark_at_most = excluded.mark_at_most`.execute(
      deed.tx,
    );
    deed.changed('email', before.email, email);
    deed.changed('markAtMost', before.markAtMost, markAtMost);
    deed.about({ kind: 'settings', id: 'ratings.alert' });
    return { markAtMost };
  },
});
