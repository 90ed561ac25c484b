import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { findPersonalTraces } from '../../../kernel/audit/personal-traces.ts';
import { judgeComment } from '../comment-store.ts';

export const publishComment = defineAction({
  name: 'ratings.publish-comment',
  title: { uk: 'Оприлюднити коментар', en: 'Publish a comment' },
  may: ['head'],
  input: z.object({
    ratingId: z.uuid(),
    /** What everyone will read: the visitor's words without anybody's personal data. */
    text: personal(
      z.string().trim().min(1, 'ratings:input.textMissing').max(2000, 'ratings:input.commentLong'),
    ),
    confirmed: z.coerce.boolean().refine((yes) => yes, 'ratings:input.confirmMissing'),
  }),
  output: z.object({ state: z.literal('published') }),
  async run(deed, { ratingId, text }) {
    const found = findPersonalTraces(text);
    if (found.length > 0) {
      throw new Refusal('ratings:refusals.personalData', { found: found.join('», «') }, 422);
    }
    await judgeComment(deed, ratingId, { state: 'published', text });
    return { state: 'published' as const };
  },
});
