import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Outcome } from './application.ts';

/** What a part's applicant reads of it: the decision with its reasons, and what is to be mended. */
export interface ApplicationOutcome {
  readonly caseId: string;
  readonly outcome: Outcome | null;
  readonly decidedOn: string | null;
  /** Codes of the catalogue's reasons of refusal. */
  readonly reasons: readonly string[];
  /** The body's words to the applicant. */
  readonly note: string | null;
  readonly toMend: { readonly reason: string; readonly cureBy: string } | null;
  readonly handedOutOn: string | null;
}

/** Of several applications; those that are not there are left out. */
export async function readOutcomes(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<readonly ApplicationOutcome[]> {
  const { rows } = await sql<ApplicationOutcome>`
    select a.case_id as "caseId", a.outcome, a.decided_on as "decidedOn",
           coalesce(a.refusal_reasons, '{}') as reasons, a.decision_note as note, a.handed_out_on as "handedOutOn",
           case when c.state = 'without-motion' then (
             select jsonb_build_object('reason', p.reason, 'cureBy', p.cure_by) from applications.pauses p
              where p.case_id = a.case_id order by p.no desc limit 1) end as "toMend"
      from applications.applications a join kernel.cases c on c.id = a.case_id
     where a.case_id = any(${caseIds}::uuid[])`.execute(tx);
  return rows;
}
