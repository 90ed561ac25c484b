import { sql } from 'kysely';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import type { Job } from '../../../kernel/jobs/job.ts';

/** Deeds older than this have ended, whatever moment they wrote. */
const MARGIN_MINUTES = 5;

/** Gathers the surnames by which slips of the pen are found; a new one is known within a minute. */
export const collectNameWords: Job = {
  name: 'community-register.collect-name-words',
  everySeconds: 60,
  run: ({ database, now }) => gatherNameWords(database, now),
};

export async function gatherNameWords(database: Database | Transaction, now: Date): Promise<void> {
  await sql`
    insert into community_register.name_words (word)
    select distinct split_part(found_by, ' ', 1) from community_register.residents
     where coalesce(changed_at, recorded_at) >= coalesce(
             (select until from community_register.name_words_collected), '-infinity'::timestamptz)
       and found_by <> ''
    on conflict do nothing`.execute(database);
  await sql`
    insert into community_register.name_words_collected (until)
    values (${now}::timestamptz - make_interval(mins => ${MARGIN_MINUTES}))
    on conflict (only_row) do update set until = excluded.until`.execute(database);
}
