import { sql } from 'kysely';
import type { Job } from '../../../kernel/jobs/job.ts';
import type { Retention } from '../../../kernel/system.ts';

export const bookingRetention: Retention = {
  table: 'booking.bookings',
  personalColumns: ['name', 'email', 'phone', 'assistance'],
  months: 1,
  article: 'Закон України «Про захист персональних даних», ст. 6 ч. 8: не довше, ніж треба для мети',
};

export const waitingRetention: Retention = {
  table: 'booking.waiting',
  personalColumns: ['email'],
  months: 0,
  article: 'Закон України «Про захист персональних даних», ст. 6 ч. 8: рядок стоїть до кінця свого дня',
};

export const homeRetention: Retention = {
  table: 'booking.home_visits',
  personalColumns: ['name', 'phone', 'email', 'address', 'reason', 'answer'],
  months: 1,
  article: 'Закон України «Про захист персональних даних», ст. 6 ч. 8: не довше, ніж треба для мети',
};

/** A month after the visit nobody needs to know who came: the row stays, the person goes. */
export const forgetPeople: Job = {
  name: 'booking.forget-people',
  everySeconds: 24 * 3600,
  async run({ database, now }) {
    await sql`
      update booking.bookings set name = null, email = null, phone = null, assistance = null
       where ended_at < ${now}::timestamptz - make_interval(months => ${bookingRetention.months}::int)
         and (email is not null or name is not null)`.execute(database);
    await sql`
      update booking.home_visits
         set name = null, phone = null, email = null, address = null, reason = null, answer = null
       where ended_at < ${now}::timestamptz - make_interval(months => ${homeRetention.months}::int)
         and name is not null`.execute(database);
  },
};
