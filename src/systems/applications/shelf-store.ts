import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';

export interface ShelfLine {
  readonly id: string;
  readonly number: string;
  readonly service: string;
  readonly outcome: string;
  readonly decidedOn: string;
  readonly applicant: string | null;
}

/** Results that wait on the shelf, the longest first; `number` finds one. */
export async function readShelf(
  tx: Transaction,
  ask: { readonly numbers: readonly string[] | null; readonly limit: number },
): Promise<readonly ShelfLine[]> {
  const only = ask.numbers === null ? sql`true` : sql`c.number = any(${ask.numbers}::text[])`;
  const { rows } = await sql<ShelfLine>`
    select c.id, c.number, c.title as service, a.outcome, a.decided_on as "decidedOn", p.name as applicant
      from applications.applications a
      join kernel.cases c on c.id = a.case_id
      left join kernel.applicants p on p.id = c.applicant_id
     where a.outcome is not null and a.handed_out_on is null and ${only}
     order by a.decided_on, a.case_id limit ${ask.limit}`.execute(tx);
  return rows;
}

export async function countShelf(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from applications.applications
     where outcome is not null and handed_out_on is null`.execute(tx);
  return rows[0]?.count ?? 0;
}
