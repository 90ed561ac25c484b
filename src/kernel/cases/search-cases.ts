import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import { type CaseLine, LINE_COLUMNS, LINE_JOINS } from './case-line.ts';

const NEWEST_LOOKED_THROUGH = 5_000;

/**
 * The newest cases under `conditions` (on `cases c`) whose words fit the tsquery. Common words, or
 * words among few cases, are found by looking through the newest; rare ones by the word index,
 * which then has few rows to sort. The planner cannot know which, so we ask the cheap question first.
 */
export async function searchCases(
  tx: Transaction,
  query: string,
  conditions: RawBuilder<unknown>,
  limit: number,
  lookThrough = NEWEST_LOOKED_THROUGH,
): Promise<readonly CaseLine[]> {
  const newest = await amongNewest(tx, query, conditions, limit, lookThrough);
  if (newest.lookedThroughAll || newest.lines.length >= limit) return newest.lines;
  const { rows } = await sql<CaseLine>`
    with found as materialized (
      select case_id from kernel.case_words where words @@ ${query}::tsquery)
    select ${LINE_COLUMNS}
    from found join kernel.cases c on c.id = found.case_id ${LINE_JOINS}
    where ${conditions}
    order by c.registered_at desc, c.id desc limit ${limit}`.execute(tx);
  return rows;
}

async function amongNewest(
  tx: Transaction,
  query: string,
  conditions: RawBuilder<unknown>,
  limit: number,
  lookThrough: number,
): Promise<{ readonly lines: readonly CaseLine[]; readonly lookedThroughAll: boolean }> {
  const { rows } = await sql<{ readonly looked: number } & (CaseLine | { readonly id: null })>`
    with newest as materialized (
      select c.id, c.registered_at from kernel.cases c where ${conditions}
      order by c.registered_at desc, c.id desc limit ${lookThrough}
    ), found as materialized (
      select newest.id from newest join kernel.case_words on case_id = newest.id
      where words @@ ${query}::tsquery
      order by newest.registered_at desc, newest.id desc limit ${limit})
    select (select count(*) from newest) as looked, ${LINE_COLUMNS}
    from (select) as one left join (found join kernel.cases c on c.id = found.id) on true ${LINE_JOINS}
    order by c.registered_at desc, c.id desc`.execute(tx);
  const lookedThroughAll = rows.every(({ looked }) => looked < lookThrough);
  // Where nothing was found, one row still tells how many were looked through.
  const lines = rows.flatMap((row) => {
    const { looked: _, ...line } = row;
    return line.id === null ? [] : [line];
  });
  return { lines, lookedThroughAll };
}
