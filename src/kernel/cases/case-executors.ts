import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/database.ts';

export interface CaseExecutor {
  readonly staffId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly role: 'executor' | 'co-executor';
  readonly from: Date;
}

/** Who works on a case now: the executor first, then who helps. */
export async function readExecutors(tx: Transaction, caseId: string): Promise<readonly CaseExecutor[]> {
  const { rows } = await sql<CaseExecutor>`
    select e.staff_id as "staffId", s.name, s.unit_id as "unitId", u.short_name as "unitName", e.role,
           e.from_at as "from"
    from kernel.case_executors e
    join kernel.staff s on s.id = e.staff_id join kernel.units u on u.id = s.unit_id
    where e.case_id = ${caseId} and e.to_at is null order by e.role desc, e.from_at, s.name`.execute(tx);
  return rows;
}

/** Parts of the statement that writes an event. Adding who helps already changes nothing. */
export function coExecutorParts(
  caseId: string,
  { add = [], remove = [] }: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
  at: Date,
): readonly RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (remove.length > 0) {
    parts.push(sql`released as (
      update kernel.case_executors set to_at = ${at}
      where case_id = ${caseId} and role = 'co-executor' and to_at is null
        and staff_id = any(${remove}::uuid[]))`);
  }
  if (add.length > 0) {
    parts.push(sql`helping as (
      insert into kernel.case_executors (case_id, staff_id, role, from_at)
      select ${caseId}::uuid, helper, 'co-executor', ${at}::timestamptz
      from unnest(${add}::uuid[]) as helper
      on conflict do nothing)`);
  }
  return parts;
}
