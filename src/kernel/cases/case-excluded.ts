import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../actions/actor.ts';
import type { Deed } from '../actions/define.ts';
import { notFound } from '../actions/refusal.ts';
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

type Reader = Pick<Actor, 'staffId' | 'unitId'>;

/** Neither the person nor the unit that a case complains of reads it in a list: a condition on `kernel.cases c`. */
export function notExcluded({ staffId, unitId }: Reader): RawBuilder<unknown> {
  return sql`not exists (select from kernel.case_excluded x where x.case_id = c.id
    and (x.staff_id = ${staffId}::uuid or x.unit_id = ${unitId}::uuid))`;
}

/** To whom it complains of a case is not there: its author is not to be told to them (393/96-ВР art. 7, 10). */
export async function requireNotExcluded(tx: Transaction, reader: Reader, caseId: string): Promise<void> {
  const { rows } =
    await sql`select from kernel.cases c where c.id = ${caseId} and ${notExcluded(reader)}`.execute(tx);
  if (rows.length === 0) throw notFound('cases:refusals.noSuchCase');
}

export async function readExcluded(tx: Transaction, caseId: string): Promise<readonly Excluded[]> {
  const { rows } = await sql<Excluded>`
    select x.staff_id as "staffId", x.unit_id as "unitId", coalesce(s.name, u.short_name) as name
    from kernel.case_excluded x
    left join kernel.staff s on s.id = x.staff_id left join kernel.units u on u.id = x.unit_id
    where x.case_id = ${caseId} order by name`.execute(tx);
  return rows;
}
