import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { bookName, takeNumber } from './index.ts';

let city: CityDatabase;

beforeAll(async () => {
  city = await createTestDatabase({ poolSize: 16 });
});
afterAll(() => city.close());

class Undone extends Error {}

async function takeOrUndo(book: string, undo: boolean): Promise<number | null> {
  try {
    return await city.database.transaction().execute(async (tx) => {
      const number = await takeNumber(tx, book, 2020);
      if (undo) throw new Undone();
      return number;
    });
  } catch (error) {
    if (error instanceof Undone) return null;
    throw error;
  }
}

test('64 callers at once get 1, 2, 3 … without a gap, whoever of them is rolled back', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }), async (undos) => {
      const book = `book-${run++}`;
      const taken = await Promise.all(undos.map((undo) => takeOrUndo(book, undo)));
      const numbers = taken.filter((number) => number !== null).toSorted((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(numbers).toHaveLength(undos.filter((undo) => !undo).length);
    }),
    { numRuns: 5 },
  );
});

test('each book and year counts for itself', async () => {
  await city.database.transaction().execute(async (tx) => {
    expect(await takeNumber(tx, 'a', 2020)).toBe(1);
    expect(await takeNumber(tx, 'a', 2021)).toBe(1);
    expect(await takeNumber(tx, 'b', 2020)).toBe(1);
    expect(await takeNumber(tx, 'a', 2020)).toBe(2);
  });
});

test('a book with a strange name is refused by the database', async () => {
  const taking = city.database.transaction().execute((tx) => takeNumber(tx, 'Книга №1', 2020));
  await expect(taking).rejects.toThrow('number_books_book_check');
  const { rows } = await sql`select from kernel.number_books where book = 'Книга №1'`.execute(city.database);
  expect(rows).toHaveLength(0);
});

test('an import into the current year has a book of its own', () => {
  expect(bookName('a', { imported: true, year: 2026, currentYear: 2026 })).toBe('a/import');
  expect(bookName('a', { imported: true, year: 2020, currentYear: 2026 })).toBe('a');
  expect(bookName('a', { imported: false, year: 2026, currentYear: 2026 })).toBe('a');
});
