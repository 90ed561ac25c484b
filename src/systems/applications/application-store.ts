import { type RawBuilder, sql } from 'kysely';
import type { Deed } from '../../kernel/actions/define.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import {
  type AdvancedCase,
  advanceCase,
  type CaseChange,
  type CaseInHand,
} from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Answers, FormField } from '../service-catalogue/index.ts';
import { APPLICATION, type Channel, HeldByColleague, type Outcome, type ReportLine } from './application.ts';

export interface NewApplication {
  readonly caseId: string;
  readonly ticketId: string | null;
  readonly registeredOn: string;
  readonly serviceCode: string | null;
  readonly sector: string | null;
  readonly providerUnitId: string | null;
  readonly reportLine: ReportLine;
  readonly documents: readonly string[];
  /** Null = the service asked nothing. */
  readonly answers: Answers | null;
  /** Questions asked beside the service's own; null = none. */
  readonly asked: readonly FormField[] | null;
  readonly channel: Channel;
  readonly synthetic: string | null;
}

/** Written beside the case, in its statement. */
export function insertApplication(row: NewApplication): RawBuilder<unknown> {
  return sql`
    insert into applications.applications
      (case_id, ticket_id, registered_on, service_code, sector, provider_unit_id, report_group, documents,
       answers, asked, channel, synthetic)
    values (${row.caseId}, ${row.ticketId}, ${row.registeredOn}, ${row.serviceCode}, ${row.sector},
            ${row.providerUnitId}, ${row.reportLine}, ${row.documents},
            ${jsonOf(row.answers)}, ${jsonOf(row.asked)}, ${row.channel}, ${row.synthetic})`;
}

function jsonOf(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

export interface Decision {
  readonly outcome: Outcome;
  readonly decidedOn: string;
  readonly unitId: string | null;
  readonly days: number;
  readonly inTerm: boolean | null;
  readonly reasons: readonly string[];
  readonly note: string | null;
  readonly fileId: string | null;
}

export function writeDecision(caseId: string, row: Decision): RawBuilder<unknown> {
  return sql`
    update applications.applications set
      outcome = ${row.outcome}, decided_on = ${row.decidedOn}, decided_unit_id = ${row.unitId}, days = ${row.days},
      in_term = ${row.inTerm}, refusal_reasons = ${row.outcome === 'refused' ? row.reasons : null},
      decision_note = ${row.note}, result_file_id = ${row.fileId}
    where case_id = ${caseId}`;
}

export function writeHandOut(caseId: string, on: string): RawBuilder<unknown> {
  return sql`update applications.applications set handed_out_on = ${on} where case_id = ${caseId}`;
}

export function writeWithdrawal(caseId: string, on: string): RawBuilder<unknown> {
  return sql`update applications.applications set withdrawn_on = ${on} where case_id = ${caseId}`;
}

/** One deed on an application: locked, judged, written, journalled. Names the colleague who holds it. */
export async function advanceApplication(
  deed: Deed,
  caseId: string,
  change: (found: CaseInHand) => CaseChange,
): Promise<AdvancedCase> {
  const done = await advanceCase(deed, APPLICATION, caseId, change).catch((error: unknown) =>
    tellHolder(deed.tx, error),
  );
  deed.about({ kind: 'case', id: caseId });
  if (done.state !== done.before.state) deed.changed('state', done.before.state, done.state);
  return done;
}

async function tellHolder(tx: Transaction, error: unknown): Promise<never> {
  if (!(error instanceof HeldByColleague)) throw error;
  const { rows } = await sql<{
    name: string;
  }>`select name from kernel.staff where id = ${error.staffId}`.execute(tx);
  throw new Refusal('applications:refusals.heldBy', { name: rows[0]?.name ?? '' }, 409);
}

/** The person of another application, who files one more. @throws Refusal 404. */
export async function getApplicantOf(tx: Transaction, caseId: string): Promise<ApplicantAgain> {
  const { rows } = await sql<ApplicantAgain>`
    select a.id, a.name, a.code, a.email from kernel.cases c join kernel.applicants a on a.id = c.applicant_id
     where c.id = ${caseId} and c.kind = ${APPLICATION.name} and a.erased_at is null`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw new Refusal('cases:refusals.noSuchApplicant', {}, 404);
  return found;
}

export interface ApplicantAgain {
  readonly id: string;
  readonly name: string | null;
  readonly code: string | null;
  readonly email: string | null;
}
