import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/database.ts';

/** Who watches over a case, from when, and why no longer. */
export interface CaseControl {
  readonly no: number;
  readonly controllerId: string;
  readonly controllerName: string;
  readonly from: Date;
  readonly to: Date | null;
  readonly reason: string | null;
}

/** A statement `beside` an event: the case comes under somebody's control; whoever watched before goes on. */
export function beginControl(caseId: string, controllerId: string, at: Date): RawBuilder<unknown> {
  return sql`
    insert into kernel.case_controls (case_id, no, controller_id, from_at)
    select ${caseId}::uuid, 1 + coalesce(max(no), 0), ${controllerId}::uuid, ${at}::timestamptz
    from kernel.case_controls where case_id = ${caseId}
    on conflict (case_id) where to_at is null do nothing`;
}

/** A statement `beside` an event: removed from control, with the reason. */
export function endControl(
  caseId: string,
  { by, at, reason }: { readonly by: string | null; readonly at: Date; readonly reason: string },
): RawBuilder<unknown> {
  return sql`
    update kernel.case_controls set to_at = greatest(from_at, ${at}::timestamptz), removed_by = ${by}, reason = ${reason}
    where case_id = ${caseId} and to_at is null`;
}

/** All controls of a case, the present one last. */
export async function readControls(tx: Transaction, caseId: string): Promise<readonly CaseControl[]> {
  const { rows } = await sql<CaseControl>`
    select c.no, c.controller_id as "controllerId", s.name as "controllerName", c.from_at as "from",
           c.to_at as "to", c.reason
    from kernel.case_controls c join kernel.staff s on s.id = c.controller_id
    where c.case_id = ${caseId} order by c.no`.execute(tx);
  return rows;
}
