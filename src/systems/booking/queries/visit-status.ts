import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { getHall } from '../../queue/index.ts';
import { SECTORS, tellServices } from '../../service-catalogue/index.ts';
import { BOOKING_STATES, stateAt } from '../booking.ts';
import { codeInput } from '../booking-input.ts';
import { getBookingByCode } from '../booking-store.ts';
import { endOf } from '../free-starts.ts';

export const visitStatus = defineQuery({
  name: 'booking.visit-status',
  title: { uk: 'Мій запис за кодом', en: 'My booked visit by its code' },
  input: z.object({ code: codeInput }),
  output: z.object({
    code: z.string(),
    state: z.enum(BOOKING_STATES),
    hall: z.object({ code: z.string(), name: z.string(), nameEn: z.string(), address: z.string() }),
    sectors: z.array(z.enum(SECTORS)),
    startsAt: z.string(),
    endsAt: z.string(),
    heldUntil: z.string().nullable(),
    people: z.int(),
    /** The address with its middle left out: the code may lie about on paper. */
    email: z.string().nullable(),
    /** The word of the letter, in a demo that sends no letters; null everywhere else. */
    demoWord: z.string().nullable(),
    services: z.array(
      z.object({ code: z.string(), name: z.string(), nameEn: z.string(), documents: z.array(z.string()) }),
    ),
  }),
  may: ['resident'],
  async run({ tx, now, house }, { code }) {
    const booking = await getBookingByCode(tx, code);
    const hall = await getHall(tx, booking.hall);
    return {
      code,
      state: stateAt(booking, now),
      hall: { code: hall.code, name: hall.name, nameEn: hall.name_en, address: hall.address },
      sectors: [booking.sector, ...booking.further.map(({ sector }) => sector)],
      startsAt: booking.starts_at.toISOString(),
      endsAt: endOf(booking.starts_at, booking.all_steps).toISOString(),
      heldUntil: booking.held_until?.toISOString() ?? null,
      people: booking.people,
      email: booking.email === null ? null : maskEmail(booking.email),
      demoWord: house.isDemo && !house.hasMailServer ? booking.confirm_word : null,
      services: await tellServices(tx, booking.service_codes, kyivDate(booking.starts_at)),
    };
  },
});

/** `oksana@example.org` → `o…a@example.org`. */
function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const box = email.slice(0, at);
  const shown = box.length < 3 ? '…' : `${box.slice(0, 1)}…${box.slice(-1)}`;
  return shown + email.slice(at);
}
