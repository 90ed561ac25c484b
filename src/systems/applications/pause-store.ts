import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';

/** Why and until when an application was left without motion; the words may name a person, so they stand apart from the timeline. */
export interface Pause {
  readonly caseId: string;
  readonly on: string;
  readonly reason: string;
  readonly cureBy: string;
}

export async function insertPause(tx: Transaction, { caseId, on, reason, cureBy }: Pause): Promise<void> {
  await sql`
    insert into applications.pauses (case_id, no, left_on, reason, cure_by)
    select ${caseId}, count(*) + 1, ${on}, ${reason}, ${cureBy}
      from applications.pauses where case_id = ${caseId}`.execute(tx);
}

export async function readPauses(tx: Transaction, caseId: string): Promise<readonly Omit<Pause, 'caseId'>[]> {
  const { rows } = await sql<Omit<Pause, 'caseId'>>`
    select left_on as "on", reason, cure_by as "cureBy" from applications.pauses
     where case_id = ${caseId} order by no`.execute(tx);
  return rows;
}
