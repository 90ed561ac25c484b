import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { codeInput } from '../booking-input.ts';
import { getBookingByCode, whyNot } from '../booking-store.ts';
import { LEAD_MINUTES } from '../free-starts.ts';
import { writeVisitLetter } from '../letters/visit-letters.ts';
import { moveStay } from '../move-store.ts';

export const moveVisit = defineAction({
  name: 'booking.move-visit',
  title: { uk: 'Перенести запис', en: 'Move a visit' },
  input: z.object({
    code: codeInput,
    startsAt: z.iso.datetime({ offset: true, error: 'booking:input.time' }),
  }),
  output: z.object({ code: z.string(), startsAt: z.string() }),
  may: ['resident'],
  async run(deed, { code, startsAt }) {
    const { tx, now } = deed;
    const to = new Date(startsAt);
    if (to.getTime() < now.getTime() + LEAD_MINUTES * 60_000) {
      throw new Refusal('booking:refusals.tooSoon', { minutes: LEAD_MINUTES }, 422);
    }
    const booking = await getBookingByCode(tx, code);
    if (booking.state !== 'confirmed') throw await whyNot(tx, code, now);
    // The same time again would only hold its steps twice for a while.
    if (to.getTime() === booking.starts_at.getTime()) return { code, startsAt: to.toISOString() };
    const done = await moveStay(tx, booking, to, now);
    if (done === 'taken') throw new Refusal('booking:refusals.timeTaken');
    if (done === 'gone') throw new Refusal('booking:refusals.justChanged');
    deed.about({ kind: 'booking', id: booking.id });
    deed.changed('startsAt', booking.starts_at.toISOString(), to.toISOString());
    await writeVisitLetter(deed, { ...booking, starts_at: to }, 'moved');
    return { code, startsAt: to.toISOString() };
  },
});
