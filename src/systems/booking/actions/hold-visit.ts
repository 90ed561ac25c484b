import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { HOLD_MINUTES } from '../booking.ts';
import { freshCode } from '../booking-code.ts';
import {
  assistanceInput,
  emailInput,
  hallInput,
  momentInput,
  nameInput,
  peopleInput,
  phoneInput,
  servicesInput,
} from '../booking-input.ts';
import { LEAD_MINUTES } from '../free-starts.ts';
import { holdVisit as hold } from '../hold-store.ts';
import { writeConfirmLetter } from '../letters/visit-letters.ts';
import { planVisit } from '../plan-visit.ts';

const MINUTE_MS = 60_000;

export const holdVisit = defineAction({
  name: 'booking.hold-visit',
  title: { uk: 'Записатися на прийом', en: 'Book a visit' },
  input: z.object({
    hall: hallInput,
    services: servicesInput,
    people: peopleInput,
    startsAt: momentInput,
    email: emailInput,
    name: nameInput.default(''),
    phone: phoneInput.default(''),
    assistance: assistanceInput,
  }),
  output: z.object({
    /** Opens `/booking/<code>`. */
    code: z.string(),
    heldUntil: z.string(),
  }),
  may: ['resident'],
  async run(deed, input) {
    const { tx, now } = deed;
    const startsAt = new Date(input.startsAt);
    if (startsAt.getTime() < now.getTime() + LEAD_MINUTES * MINUTE_MS) {
      throw new Refusal('booking:refusals.tooSoon', { minutes: LEAD_MINUTES }, 422);
    }
    const plan = await planVisit(tx, input, kyivDate(startsAt));
    const held = {
      id: uuid(),
      code: freshCode(),
      confirmWord: freshCode(),
      hall: input.hall,
      ...plan.first,
      further: plan.further,
      startsAt,
      people: input.people,
      heldUntil: new Date(now.getTime() + HOLD_MINUTES * MINUTE_MS),
      email: input.email,
      contact: input.email,
      name: input.name === '' ? null : input.name,
      phone: input.phone === '' ? null : input.phone,
      assistance: input.assistance,
      now,
      today: kyivDate(now),
    };
    await hold(deed, held);
    await writeConfirmLetter(deed, held, 'confirm');
    deed.about({ kind: 'booking', id: held.id });
    return { code: held.code, heldUntil: held.heldUntil.toISOString() };
  },
});
