import { sql } from 'kysely';
import { toEpochDay, toIsoDate } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant, kyivTime } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database } from '../../../kernel/database/database.ts';
import type { Job } from '../../../kernel/jobs/job.ts';
import type { Booking } from '../booking.ts';
import { writeVisitLetter } from '../letters/visit-letters.ts';

const FROM_TIME = '09:00';
const AT_A_TIME = 1000;

/** The day before, in daytime: who cannot come cancels, and another one comes. */
export const remind: Job = {
  name: 'booking.remind',
  everySeconds: 300,
  async run({ database, now }) {
    if (kyivTime(now) < FROM_TIME) return;
    const tomorrow = toEpochDay(kyivDate(now)) + 1;
    const from = kyivInstant(toIsoDate(tomorrow), '00:00');
    const to = kyivInstant(toIsoDate(tomorrow + 1), '00:00');
    for (let sent = 0; sent < AT_A_TIME; sent += 1) {
      if (!(await remindNext(database, from, to, now))) return;
    }
  },
};

async function remindNext(database: Database, from: Date, to: Date, now: Date): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    const { rows } = await sql<Booking>`
      update booking.bookings set reminded_at = ${now} where id = (
        select id from booking.bookings
         where state = 'confirmed' and reminded_at is null and starts_at >= ${from} and starts_at < ${to}
         order by starts_at, id limit 1 for update skip locked)
      returning *`.execute(tx);
    const [booking] = rows;
    if (booking === undefined) return false;
    await writeVisitLetter({ tx, imported: false, recordedAt: now }, booking, 'reminder');
    return true;
  });
}
