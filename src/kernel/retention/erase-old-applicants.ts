import { sql } from 'kysely';
import { eraseApplicant } from '../cases/erase-applicant.ts';
import type { Database } from '../database/database.ts';
import type { Retention } from '../system.ts';

/** Five years: as long as the case itself is kept (the archive's list of terms, item on services). */
export const applicantsRetention: Retention = {
  table: 'kernel.applicants',
  personalColumns: ['name', 'code', 'passport', 'phone', 'email', 'address'],
  months: 60,
  article: 'Наказ Мін’юсту № 578/5 від 12.04.2012; Закон № 2297-VI, ст. 6 ч. 8',
};

const BATCH = 100;

/** Whoever has no case open, and none closed within the term, is forgotten. How many those were. */
export async function eraseOldApplicants(database: Database, now: Date): Promise<number> {
  const due = await findDue(database, now);
  for (let done = 0; done < due.length; done += BATCH) {
    await database.transaction().execute(async (tx) => {
      for (const id of due.slice(done, done + BATCH)) await eraseApplicant(tx, id, now);
    });
  }
  return due.length;
}

async function findDue(database: Database, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from kernel.applicants a join kernel.cases c on c.applicant_id = a.id
     where a.erased_at is null
     group by a.id
    having not bool_or(c.is_open) and max(c.closed_at)
           < ${now}::timestamptz - make_interval(months => ${applicantsRetention.months}::int)`.execute(
    database,
  );
  return rows.map(({ id }) => id);
}
