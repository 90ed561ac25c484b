import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { writeHomeLetter } from '../home/home-letters.ts';
import { moveHomeVisit } from '../home/home-visit-store.ts';

const VERBS = ['finish', 'fail', 'decline'] as const;

/** It took place, it failed, or the Centre declines it; the last two say why in words for the person. */
export const endHomeVisit = defineAction({
  name: 'booking.end-home-visit',
  title: { uk: 'Завершити виїзд додому', en: 'End a home visit' },
  input: z
    .object({
      homeVisitId: z.uuid(),
      verb: z.enum(VERBS, 'booking:home.input.verb'),
      answer: personal(z.string().trim().max(500, 'booking:home.input.answer')).default(''),
    })
    .refine(({ verb, answer }) => verb === 'finish' || answer.length >= 5, {
      error: 'booking:home.input.answer',
      path: ['answer'],
    }),
  output: z.object({ homeVisitId: z.uuid(), state: z.string() }),
  may: ['administrator', 'head'],
  async run(deed, { homeVisitId: id, verb, answer }) {
    const { before, after } = await moveHomeVisit(
      deed.tx,
      id,
      verb,
      sql`ended_at = ${deed.now}, answer = ${answer === '' ? null : answer}`,
    );
    deed.about({ kind: 'home-visit', id });
    deed.changed('state', before.state, after.state);
    if (verb === 'decline') await writeHomeLetter(deed, after, 'declined');
    return { homeVisitId: id, state: after.state };
  },
});
