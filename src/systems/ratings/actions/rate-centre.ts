import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { passHourlyBrake } from '../../../kernel/database/hourly-brake.ts';
import { opinionInput, placeInput } from '../rating.ts';
import { keepRating } from '../rating-store.ts';

/** A busy day of the Centre has some 400 visitors; more forms than this an hour are no visitors. */
export const SITE_FORMS_AN_HOUR = 60;

export const rateCentre = defineAction({
  name: 'ratings.rate-centre',
  title: { uk: 'Оцінити Центр на сайті, без талона', en: 'Rate the Centre on the site, without a ticket' },
  may: ['resident'],
  input: z.object({ ...placeInput, ...opinionInput }),
  output: z.object({ mark: z.number() }),
  async run(deed, input) {
    await passHourlyBrake(
      deed.tx,
      'ratings.site_hours',
      deed.now,
      SITE_FORMS_AN_HOUR,
      'ratings:refusals.tooManyNow',
    );
    const rating = { ...input, channel: 'site', visitId: null, day: kyivDate(deed.now) } as const;
    deed.about({ kind: 'rating', id: await keepRating(deed, rating) });
    return { mark: input.mark };
  },
});
