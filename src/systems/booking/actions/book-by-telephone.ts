import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { freshCode } from '../booking-code.ts';
import {
  assistanceInput,
  hallInput,
  momentInput,
  nameInput,
  optionalEmail,
  peopleInput,
  phoneInput,
  servicesInput,
} from '../booking-input.ts';
import { getBookingByCode } from '../booking-store.ts';
import { LEAD_MINUTES } from '../free-starts.ts';
import { holdVisit } from '../hold-store.ts';
import { writeVisitLetter } from '../letters/visit-letters.ts';
import { planVisit } from '../plan-visit.ts';

/**
 * For somebody on the telephone: no e-mail is needed, the visit stands at once, and the code is told aloud.
 * Open visits are counted by the telephone, as they are by the address on the site.
 */
export const bookByTelephone = defineAction({
  name: 'booking.book-by-telephone',
  title: { uk: 'Записати телефоном', en: 'Book for somebody on the telephone' },
  input: z.object({
    hall: hallInput,
    services: servicesInput,
    people: peopleInput,
    startsAt: momentInput,
    name: nameInput.min(1, 'booking:input.nameMissing'),
    phone: phoneInput.min(1, 'booking:input.phoneMissing'),
    email: optionalEmail,
    assistance: assistanceInput,
  }),
  output: z.object({ code: z.string(), startsAt: z.string() }),
  may: ['administrator', 'head'],
  async run(deed, { hall, services, people, startsAt: at, name, phone, email, assistance }) {
    const { tx, now } = deed;
    const startsAt = new Date(at);
    if (startsAt.getTime() < now.getTime() + LEAD_MINUTES * 60_000) {
      throw new Refusal('booking:refusals.tooSoon', { minutes: LEAD_MINUTES }, 422);
    }
    const { first, further } = await planVisit(tx, { services, people }, kyivDate(startsAt));
    const id = uuid();
    const code = freshCode();
    const contact = phone.replaceAll(/\D/g, '');
    const visit = {
      id,
      code,
      hall,
      ...first,
      further,
      startsAt,
      people,
      name,
      phone,
      email,
      assistance,
      contact,
    };
    // The letter needs the row, so the statement does not travel with the journal's.
    await holdVisit({ tx }, { ...visit, confirmWord: null, heldUntil: null, now, today: kyivDate(now) });
    deed.about({ kind: 'booking', id });
    await writeVisitLetter(deed, await getBookingByCode(tx, code), 'confirmed');
    return { code, startsAt: startsAt.toISOString() };
  },
});
