import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';

/**
 * The next number of a book and year, from 1, without gaps: a rolled back transaction gives its
 * number back. The book is locked until the commit, so take the number as late as possible.
 */
export async function takeNumber(tx: Transaction, book: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into kernel.number_books as taken (book, year, last) values (${book}, ${year}, 1)
    on conflict (book, year) do update set last = taken.last + 1
    returning last`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`number book ${book} of ${year} gave no number`);
  return row.last;
}
