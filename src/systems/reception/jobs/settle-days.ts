import { sql } from 'kysely';
import type { Job } from '../../../kernel/jobs/job.ts';

/** A card not filled in for so long may yet come; until then the visit stands as not recorded. */
const DAYS = 3;

export const settleDays: Job = {
  name: 'reception.settle-days',
  everySeconds: 6 * 3600,
  async run({ database, now }) {
    await sql`
      update reception.visits set state = 'not-recorded', ended_at = ${now}
       where state = 'booked' and starts_at < ${now}::timestamptz - make_interval(days => ${DAYS})`.execute(
      database,
    );
  },
};
