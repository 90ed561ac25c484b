import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';

export interface OwnQuestion {
  readonly id: string;
  readonly state: string;
  readonly question: string;
  readonly answer: string | null;
  readonly askedAt: Date;
  readonly dueOn: string;
}

/** What a signed-in resident asked, the newest first. */
export async function findQuestionsOf(tx: Transaction, accountId: string): Promise<readonly OwnQuestion[]> {
  const { rows } = await sql<OwnQuestion>`
    select id, state, question, answer, asked_at as "askedAt", due_on as "dueOn"
      from consultations.questions where account_id = ${accountId} and question <> ''
     order by asked_at desc limit 50`.execute(tx);
  return rows;
}
