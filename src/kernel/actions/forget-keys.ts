import { sql } from 'kysely';
import type { Job } from '../jobs/job.ts';

/** Request keys live 48 hours (DESIGN §7): after that a repeat would be a new request. */
export const forgetKeysJob: Job = {
  name: 'actions.forget-keys',
  everySeconds: 600,
  async run({ database, now }) {
    await sql`delete from kernel.request_keys where expires_at <= ${now}`.execute(database);
  },
};
