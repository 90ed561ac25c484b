import { expect } from 'vitest';
import { isDone, type Sent } from './caller.ts';
import { readRows } from './running-city.ts';

const TICKET_BOOKS = `
  select hall || day || sector as book, count(*)::int as rows, max(seq) as last, count(distinct number)::int as numbers
    from queue.tickets where came_from is null and not imported group by 1`;
const CASE_BOOKS = `
  select book || year as book, count(*)::int as rows, max(seq) as last, count(distinct number)::int as numbers
    from kernel.cases group by 1`;

interface Book {
  readonly book: string;
  readonly rows: number;
  readonly last: number;
  readonly numbers: number;
}

/** Numbers of tickets and cases: each once, and none left out. */
export async function expectNoGaps(database: string): Promise<void> {
  const books = [
    ...(await readRows<Book>(database, TICKET_BOOKS)),
    ...(await readRows<Book>(database, CASE_BOOKS)),
  ];
  expect(books.length).toBeGreaterThan(0);
  expect(books.filter(({ rows, last, numbers }) => rows !== last || rows !== numbers)).toEqual([]);
}

/** Every deed that was answered with «done» is there, under the number that was told. */
export async function expectKept(database: string, sent: readonly Sent[]): Promise<void> {
  const kept = new Set(
    (
      await readRows<{ id: string; number: string }>(
        database,
        'select id, number from queue.tickets union all select id, number from kernel.cases',
      )
    ).map(({ id, number }) => `${id} ${number}`),
  );
  const told = sent.filter(isDone).map(({ answer }) => {
    const { ticketId, caseId, number } = answer?.body ?? {};
    return `${String(ticketId ?? caseId)} ${String(number)}`;
  });
  expect(told.filter((line) => !kept.has(line))).toEqual([]);
}

/** Nobody was called by two windows, and no window has two people. */
export async function expectOneWindowEach(database: string): Promise<void> {
  const twice = await readRows(
    database,
    `select number, count(*) from queue.calls where reason <> 'repeated' and not imported
      group by hall, day, number having count(*) > 1`,
  );
  expect(twice).toEqual([]);
}
