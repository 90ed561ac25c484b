import { sql } from 'kysely';
import type { Deed } from '../actions/define.ts';
import type { Transaction } from '../database/database.ts';
import { refuseBrokenLinks } from './case-refusals.ts';

/** Whom a case complains of: it may never come into their hands, as the database sees to. */
export interface Excluded {
  readonly staffId: string | null;
  readonly unitId: string | null;
  readonly name: string;
}

/** @throws Refusal where they hold the case already. */
export async function excludeFromCase(
  { tx }: Pick<Deed, 'tx'>,
  caseId: string,
  whom: { readonly staffIds?: readonly string[]; readonly unitIds?: readonly string[] },
): Promise<void> {
  const { staffIds = [], unitIds = [] } = whom;
  if (staffIds.length + unitIds.length === 0) return;
  await sql`
    insert into kernel.case_excluded (case_id, staff_id, unit_id)
    select ${caseId}::uuid, staff, null::uuid from unnest(${staffIds}::uuid[]) as staff
    union all select ${caseId}::uuid, null, unit from unnest(${unitIds}::uuid[]) as unit
    on conflict do nothing`
    .execute(tx)
    .catch(refuseBrokenLinks);
}

export async function readExcluded(tx: Transaction, caseId: string): Promise<readonly Excluded[]> {
  const { rows } = await sql<Excluded>`
    select x.staff_id as "staffId", x.unit_id as "unitId", coalesce(s.name, u.short_name) as name
    from kernel.case_excluded x
    left join kernel.staff s on s.id = x.staff_id left join kernel.units u on u.id = x.unit_id
    where x.case_id = ${caseId} order by name`.execute(tx);
  return rows;
}
