import { sql } from 'kysely';
import type { Job } from '../../../kernel/jobs/job.ts';
import { expireHold } from '../give-on.ts';

const AT_A_TIME = 200;

/**
 * Gives on what nobody confirmed in time. Each hold in a transaction of its own: a process that dies
 * leaves every hold either as it was or wholly given on.
 */
export const expireHolds: Job = {
  name: 'booking.expire-holds',
  everySeconds: 5,
  async run({ database, now }) {
    const { rows } = await sql<{ id: string }>`
      select id from booking.bookings where state = 'held' and held_until <= ${now}
       order by held_until limit ${AT_A_TIME}`.execute(database);
    for (const { id } of rows) await database.transaction().execute((tx) => expireHold(tx, id, now));
  },
};
