import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { codeInput } from '../booking-input.ts';
import { countDown, moveBooking, whyNot } from '../booking-store.ts';
import { freeLater } from '../freed-store.ts';
import { writeVisitLetter } from '../letters/visit-letters.ts';

export const cancelVisit = defineAction({
  name: 'booking.cancel-visit',
  title: { uk: 'Скасувати запис', en: 'Cancel a visit' },
  input: z.object({ code: codeInput }),
  output: z.object({ code: z.string() }),
  may: ['resident'],
  async run(deed, { code }) {
    const { tx, now } = deed;
    const booking = await moveBooking(
      tx,
      code,
      'cancel',
      sql`held_until = null, confirm_word = null, ended_at = ${now}`,
      // What ran out is the expiry's, which gives it back itself.
      sql`(held_until is null or held_until > ${now})`,
    );
    if (booking === undefined) throw await whyNot(tx, code, now);
    const { hall, sector, starts_at: startsAt, steps, further } = booking;
    await freeLater(tx, { hall, sector, startsAt, steps, further }, now);
    await countDown(tx, booking.contact);
    deed.about({ kind: 'booking', id: booking.id });
    deed.changed('state', 'open', booking.state);
    await writeVisitLetter(deed, booking, 'cancelled');
    return { code };
  },
});
