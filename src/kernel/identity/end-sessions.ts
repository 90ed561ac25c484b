import { sql } from 'kysely';
import type { Job } from '../jobs/job.ts';

/** Sessions and begun sign-ins that have expired open nothing; they are not kept. */
export const endSessionsJob: Job = {
  name: 'identity.end-sessions',
  everySeconds: 600,
  async run({ database, now }) {
    await sql`delete from kernel.sessions where expires_at <= ${now}`.execute(database);
    await sql`delete from kernel.sign_in_attempts where expires_at <= ${now}`.execute(database);
  },
};
