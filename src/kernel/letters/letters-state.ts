import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** How the post stands, for the IT page and the metrics. */
export interface LettersState {
  /** To be sent, first tries and repeats. */
  readonly waiting: number;
  readonly oldestWaiting: Date | null;
  /** Not delivered after all attempts, or refused for good; erased ones are forgotten. */
  readonly givenUp: number;
  readonly lastFailure: string | null;
}

export async function lettersState(database: Database): Promise<LettersState> {
  const result = await sql<LettersState>`
    select count(*) filter (where next_attempt_at is not null) as waiting,
           min(created_at) filter (where next_attempt_at is not null) as "oldestWaiting",
           count(*) filter (where next_attempt_at is null) as "givenUp",
           (array_agg(failure order by created_at desc) filter (where failure is not null))[1] as "lastFailure"
      from kernel.letters where sent_at is null and to_address <> ''`.execute(database);
  return result.rows[0] ?? { waiting: 0, oldestWaiting: null, givenUp: 0, lastFailure: null };
}
