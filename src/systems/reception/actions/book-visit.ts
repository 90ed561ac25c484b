import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { passHourlyBrake } from '../../../kernel/database/hourly-brake.ts';
import { bookedView, bookingInput, CONTACT_MISSING, contactGiven } from '../reception-input.ts';
import { BOOKINGS_AN_HOUR } from '../reception.ts';
import { takePlace } from '../visit-store.ts';

/** On the site: from the next day on, so that the leader's list of a day stands still on that day. */
export const bookVisit = defineAction({
  name: 'reception.book-visit',
  title: { uk: 'Записатися на особистий прийом', en: 'Book a personal reception' },
  may: ['resident'],
  input: bookingInput.refine(contactGiven, CONTACT_MISSING),
  output: bookedView,
  async run(deed, given) {
    const { tx, now } = deed;
    if (kyivDate(new Date(given.startsAt)) <= kyivDate(now))
      throw new Refusal('reception:refusals.tooLate', {}, 422);
    const key = 'reception:refusals.tooManyNow';
    await passHourlyBrake(tx, 'reception.site_hours', now, BOOKINGS_AN_HOUR, key);
    const { id, code, startsAt } = await takePlace(deed, { ...given, channel: 'site' });
    return { visitId: id, code, startsAt: startsAt.toISOString() };
  },
});
