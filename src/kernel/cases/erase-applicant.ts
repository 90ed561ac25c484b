import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import { wordsOf } from './search-words.ts';

/**
 * Forgets a person: values of the applicant, and the words by which their cases were found. The
 * cases, their timelines and all counts stay. Harmless when repeated.
 */
export async function eraseApplicant(tx: Transaction, applicantId: string, now: Date): Promise<void> {
  await sql`
    update kernel.applicants set
      name = null, code = null, passport = null, phone = null, email = null, address = null,
      erased_at = coalesce(erased_at, ${now})
    where id = ${applicantId}`.execute(tx);
  const { rows } = await sql<{ id: string; number: string; seq: number; title: string }>`
    select id, number, seq, title from kernel.cases where applicant_id = ${applicantId}`.execute(tx);
  for (const { id, number, seq, title } of rows) {
    const words = [...wordsOf(number, title), `${seq}`];
    await sql`
      update kernel.case_words set words = array_to_tsvector(${words}::text[])
      where case_id = ${id}`.execute(tx);
  }
}
