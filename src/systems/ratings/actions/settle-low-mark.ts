import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';

export const settleLowMark = defineAction({
  name: 'ratings.settle-low-mark',
  title: { uk: 'Записати, що зроблено за низькою оцінкою', en: 'Note what was done about a low mark' },
  may: ['head'],
  input: z.object({
    ratingId: z.uuid(),
    note: personal(z.string().trim().min(1, 'ratings:input.noteMissing').max(500, 'ratings:input.noteLong')),
  }),
  output: z.object({ settled: z.literal(true) }),
  async run(deed, { ratingId, note }) {
    const { rows } = await sql`
      update ratings.ratings set settled_note = ${note}, settled_by = ${deed.actor.staffId}, settled_at = ${deed.now}
       where id = ${ratingId} and low and settled_at is null returning id`.execute(deed.tx);
    if (rows.length === 0) throw notFound('ratings:refusals.noOpenAlert');
    deed.about({ kind: 'rating', id: ratingId });
    return { settled: true as const };
  },
});
