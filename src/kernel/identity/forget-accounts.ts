import { sql } from 'kysely';
import type { Job } from '../jobs/job.ts';
import type { Retention } from '../system.ts';

/** Who has not come for three years is not kept in mind; cases have their own applicants and their own terms. */
export const accountsRetention: Retention = {
  table: 'kernel.accounts',
  personalColumns: ['subject', 'name', 'code', 'email', 'phone', 'address'],
  months: 36,
  article: 'Закон України «Про захист персональних даних», ст. 6 ч. 8',
};

export const forgetAccountsJob: Job = {
  name: 'identity.forget-accounts',
  everySeconds: 24 * 3600,
  async run({ database, now }) {
    await sql`
      delete from kernel.accounts
       where signed_in_at < ${now}::timestamptz - make_interval(months => ${accountsRetention.months}::int)`.execute(
      database,
    );
  },
};
