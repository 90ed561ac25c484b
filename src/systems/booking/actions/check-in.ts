import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate, kyivTime } from '../../../kernel/calendar/kyiv-time.ts';
import { type FurtherLeg, getTicket, joinQueue } from '../../queue/index.ts';
import type { Booking } from '../booking.ts';
import { codeInput, hallInput } from '../booking-input.ts';
import { countDown, getBookingByCode, moveBooking, whyNot } from '../booking-store.ts';
import { staysOf } from '../slot-store.ts';

export const checkIn = defineAction({
  name: 'booking.check-in',
  title: { uk: 'Прийшли за записом: узяти талон', en: 'Arrive for a booked visit: take a ticket' },
  input: z.object({ hall: hallInput, code: codeInput }),
  output: z.object({
    ticketId: z.uuid(),
    number: z.string(),
    /** Opens `/tickets/<code>`. */
    ticketCode: z.string(),
  }),
  may: ['resident'],
  async run(deed, { hall, code }) {
    const { tx, now } = deed;
    const booking = await getBookingByCode(tx, code);
    if (booking.hall !== hall) throw new Refusal('booking:refusals.otherHall');
    if (kyivDate(booking.starts_at) !== kyivDate(now)) {
      const day = kyivDate(booking.starts_at);
      throw new Refusal('booking:refusals.otherDay', { day, time: kyivTime(booking.starts_at) });
    }
    // A second scan shows the ticket that the first one gave.
    if (booking.ticket_id !== null) {
      const { id, number, code: ticketCode } = await getTicket(tx, booking.ticket_id);
      return { ticketId: id, number, ticketCode };
    }
    const arrived = await moveBooking(tx, code, 'check-in', sql`arrived_at = ${now}`);
    if (arrived === undefined) throw await whyNot(tx, code, now);
    await countDown(tx, arrived.contact);
    const [serviceCode] = arrived.service_codes;
    const further = furtherLegs(arrived);
    const ticket = await joinQueue(deed, { hall, serviceCode, bookedFor: arrived.starts_at, further });
    await sql`update booking.bookings set ticket_id = ${ticket.ticketId} where id = ${arrived.id}`.execute(
      tx,
    );
    deed.about({ kind: 'booking', id: arrived.id });
    deed.changed('state', 'confirmed', arrived.state);
    return { ticketId: ticket.ticketId, number: ticket.number, ticketCode: ticket.code };
  },
});

/** The sectors after the first: the queue goes on to them by itself, each with its own booked moment. */
function furtherLegs({ hall, sector, steps, starts_at: startsAt, further }: Booking): readonly FurtherLeg[] {
  const [, ...stays] = staysOf({ hall, sector, steps, startsAt, further });
  return stays.flatMap((stay, index) => {
    const serviceCode = further[index]?.services[0];
    return serviceCode === undefined ? [] : [{ serviceCode, bookedFor: stay.startsAt.toISOString() }];
  });
}
