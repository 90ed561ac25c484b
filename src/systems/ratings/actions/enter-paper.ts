import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { opinionInput, placeInput } from '../rating.ts';
import { keepRating } from '../rating-store.ts';

export const enterPaper = defineAction({
  name: 'ratings.enter-paper',
  title: { uk: 'Внести паперову анкету', en: 'Enter a paper form' },
  may: ['administrator', 'head'],
  input: z.object({ day: z.iso.date('ratings:input.dayMissing'), ...placeInput, ...opinionInput }),
  output: z.object({ ratingId: z.uuid() }),
  async run(deed, input) {
    if (input.day > kyivDate(deed.now)) throw new Refusal('ratings:refusals.dayAhead', {}, 422);
    const ratingId = await keepRating(deed, { ...input, channel: 'paper', visitId: null });
    deed.about({ kind: 'rating', id: ratingId });
    return { ratingId };
  },
});
