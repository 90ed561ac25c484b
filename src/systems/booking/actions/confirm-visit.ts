import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { stateAt } from '../booking.ts';
import { codeInput } from '../booking-input.ts';
import { getBookingByCode, moveBooking, whyNot } from '../booking-store.ts';
import { writeVisitLetter } from '../letters/visit-letters.ts';

export const confirmVisit = defineAction({
  name: 'booking.confirm-visit',
  title: { uk: 'Підтвердити запис кодом із листа', en: 'Confirm a visit by the code of the letter' },
  input: z.object({ code: codeInput, word: codeInput }),
  output: z.object({ code: z.string(), startsAt: z.string() }),
  may: ['resident'],
  async run(deed, { code, word }) {
    const { tx, now } = deed;
    const booking = await moveBooking(
      tx,
      code,
      'confirm',
      sql`confirmed_at = ${now}, held_until = null, confirm_word = null`,
      sql`held_until > ${now} and confirm_word = ${word}`,
    );
    if (booking === undefined) {
      const held = await getBookingByCode(tx, code);
      if (stateAt(held, now) !== 'held') throw await whyNot(tx, code, now);
      throw new Refusal('booking:refusals.wrongWord', {}, 422);
    }
    deed.about({ kind: 'booking', id: booking.id });
    deed.changed('state', 'held', booking.state);
    await writeVisitLetter(deed, booking, 'confirmed');
    return { code, startsAt: booking.starts_at.toISOString() };
  },
});
