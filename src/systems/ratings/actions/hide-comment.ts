import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { judgeComment } from '../comment-store.ts';

export const HIDING_REASONS = ['personal-data', 'insult', 'advertising', 'empty', 'other'] as const;

export const hideComment = defineAction({
  name: 'ratings.hide-comment',
  title: { uk: 'Не показувати коментар', en: 'Hide a comment' },
  may: ['head'],
  input: z.object({ ratingId: z.uuid(), reason: z.enum(HIDING_REASONS, 'ratings:input.reasonMissing') }),
  output: z.object({ state: z.literal('hidden') }),
  async run(deed, { ratingId, reason }) {
    await judgeComment(deed, ratingId, { state: 'hidden', reason });
    return { state: 'hidden' as const };
  },
});
