import { sql } from 'kysely';
import type { Job } from '../../../kernel/jobs/job.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';

/**
 * Ends what was left of earlier days: nobody is called tomorrow with today's number. Who was never
 * called was left unserved (a no-show without a call: `left_unserved` in the facts); a service that
 * was not finished ends with the day and teaches nothing.
 */
export const closeDays: Job = {
  name: 'queue.close-days',
  everySeconds: 900,
  async run({ database, now }) {
    const today = kyivDate(now);
    const midnight = kyivInstant(today, '00:00');
    await database.transaction().execute(async (tx) => {
      await sql`
        with ended as (
          update queue.tickets
             set state = case state when 'serving' then 'served' else 'no-show' end, ended_at = ${midnight}
           where day < ${today} and state in ('waiting', 'called', 'parked', 'serving') and not imported
          returning visit_id, state
        )
        update queue.visits v set served_at = ${midnight}
          from ended e where e.state = 'served' and v.id = e.visit_id and v.served_at is null`.execute(tx);
      await sql`delete from queue.seats where since < ${midnight}`.execute(tx);
    });
  },
};
