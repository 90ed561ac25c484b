import { sql } from 'kysely';
import { notFound } from '../actions/refusal.ts';
import type { Transaction } from '../database/database.ts';
import type { CaseClock } from './case-clock.ts';
import { type CaseLine, LINE_COLUMNS, LINE_JOINS } from './case-line.ts';
import { readClocks } from './lock-case.ts';

/** A case with what is told of its applicant, unmasked: journal the look (`asking.looked`). */
export interface CaseDetails extends CaseLine {
  readonly applicantId: string | null;
  readonly applicant: {
    readonly kind: 'person' | 'body' | 'unknown';
    readonly name: string | null;
    readonly code: string | null;
    readonly passport: string | null;
    readonly phone: string | null;
    readonly email: string | null;
    readonly address: string | null;
  } | null;
  readonly parentId: string | null;
  readonly partNo: number | null;
  readonly definitionVersion: string | null;
  readonly imported: boolean;
}

/** @throws Refusal 404. */
export async function getCase(tx: Transaction, caseId: string): Promise<CaseDetails> {
  const { rows } = await sql<CaseDetails>`
    select ${LINE_COLUMNS}, c.applicant_id as "applicantId", c.parent_id as "parentId",
           c.part_no as "partNo", c.definition_version as "definitionVersion", c.imported,
           case when applicant.id is not null then jsonb_build_object(
             'kind', applicant.kind, 'name', applicant.name, 'code', applicant.code,
             'passport', applicant.passport, 'phone', applicant.phone,
             'email', applicant.email, 'address', applicant.address) end as applicant
    from kernel.cases c ${LINE_JOINS} where c.id = ${caseId}`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw notFound('cases:refusals.noSuchCase');
  return found;
}

/** Every clock of a case with the steps that led to its date, the main one first. */
export function explainTerm(tx: Transaction, caseId: string): Promise<readonly CaseClock[]> {
  return readClocks(tx, caseId);
}
