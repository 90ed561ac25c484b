import { sql } from 'kysely';
import type { Job } from '../jobs/job.ts';
import type { Retention } from '../system.ts';

export const lettersRetention: Retention = {
  table: 'kernel.letters',
  personalColumns: ['to_address', 'subject', 'body_text', 'body_html', 'failure'],
  months: 12,
  article: 'Закон України «Про захист персональних даних», ст. 6 ч. 8',
};

/** Empties letters a year old; the row stays: that a letter went, when, and about which case. */
export const eraseLettersJob: Job = {
  name: 'letters.erase-letters',
  everySeconds: 24 * 3600,
  async run({ database, now }) {
    await sql`
      update kernel.letters set to_address = '', subject = '', body_text = '', body_html = null, failure = null,
             next_attempt_at = null
       where created_at < ${now}::timestamptz - make_interval(months => ${lettersRetention.months}::int)
         and to_address <> ''`.execute(database);
  },
};
