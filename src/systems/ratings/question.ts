import { sql } from 'kysely';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import type { Certainty } from '../../kernel/calendar/validity.ts';

/** The rating's own two columns; every other code is a row of `ratings.answers`. */
export const OWN_QUESTIONS = ['service', 'recommend'] as const;

/** A question as it is asked on a day. */
export interface Question {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly indexName: string;
  readonly indexNameEn: string;
  readonly position: number;
  readonly article: string;
  readonly certainty: Certainty;
  readonly validFrom: string;
}

/** Questions in force on a civil day, in the order of the form. */
export async function listQuestions(tx: Transaction | Database, on: string): Promise<readonly Question[]> {
  const { rows } = await sql<Question>`
    select code, title, title_en as "titleEn", index_name as "indexName", index_name_en as "indexNameEn",
           position, article, certainty, valid_from as "validFrom"
      from ratings.questions
     where valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
     order by position, code`.execute(tx);
  return rows;
}

/** Those answered by a mark of their own, beside the overall one. */
export function indexQuestions(questions: readonly Question[]): readonly Question[] {
  return questions.filter(({ code }) => !OWN_QUESTIONS.some((own) => own === code));
}
