import { type RawBuilder, sql } from 'kysely';
import { notFound } from '../../kernel/actions/refusal.ts';
import { type CasePart, listParts } from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Answers } from '../service-catalogue/index.ts';
import type { ServiceTerm } from './plan-terms.ts';
import type { PartState } from './progress.ts';

/** A part of an application as it is kept: the plan's own words, laid flat on the day of filing. */
export interface PartRow {
  readonly no: number;
  readonly title: string;
  readonly titleEn: string;
  readonly serviceCode: string | null;
  readonly providerUnitId: string;
  readonly providerCode: string;
  readonly term: ServiceTerm;
  readonly dependsOn: readonly number[];
  readonly shares: readonly string[];
  readonly state: PartState;
  readonly toldState: PartState;
  readonly applicationId: string | null;
  readonly endedOn: string | null;
}

export interface ComplexRow {
  readonly caseId: string;
  readonly planVersionId: string;
  readonly planCode: string;
  readonly planTitle: string;
  readonly filedOn: string;
  readonly channel: string;
  readonly answers: Answers | null;
  readonly documents: readonly string[];
  readonly promisedOn: string | null;
  readonly endedOn: string | null;
}

export interface NewComplex {
  readonly caseId: string;
  readonly planVersionId: string;
  readonly planCode: string;
  readonly planTitle: string;
  readonly filedOn: string;
  readonly channel: 'window' | 'online' | 'mobile';
  readonly ticketId: string | null;
  readonly answers: Answers | null;
  readonly documents: readonly string[];
  readonly synthetic: string | null;
}

/** Written beside the case, in its statement. */
export function insertComplex(row: NewComplex): RawBuilder<unknown> {
  return sql`
    insert into complex_services.applications
      (case_id, plan_version_id, plan_code, plan_title, filed_on, channel, ticket_id, answers, documents, synthetic)
    values (${row.caseId}, ${row.planVersionId}, ${row.planCode}, ${row.planTitle}, ${row.filedOn},
            ${row.channel}, ${row.ticketId}, ${row.answers === null ? null : JSON.stringify(row.answers)}::jsonb,
            ${row.documents}, ${row.synthetic})`;
}

export async function insertParts(
  tx: Transaction,
  caseId: string,
  parts: readonly Omit<PartRow, 'toldState' | 'endedOn'>[],
): Promise<void> {
  await sql`
    insert into complex_services.parts
      (case_id, no, title, title_en, service_code, provider_unit_id, provider_code, term, depends_on, shares, state,
       told_state, application_id)
    select ${caseId}, no, title, "titleEn", "serviceCode", "providerUnitId", "providerCode", term, "dependsOn",
           shares, state, state, "applicationId"
      from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p (
        no int, title text, "titleEn" text, "serviceCode" text, "providerUnitId" uuid, "providerCode" text,
        term jsonb, "dependsOn" int[], shares text[], state text, "applicationId" uuid)`.execute(tx);
}

export async function writePromise(tx: Transaction, caseId: string, on: string | null): Promise<void> {
  await sql`update complex_services.applications set promised_on = ${on} where case_id = ${caseId}`.execute(
    tx,
  );
}

/** @throws Refusal 404. */
export async function getComplex(tx: Transaction, caseId: string): Promise<ComplexRow> {
  const { rows } = await sql<ComplexRow>`
    select case_id as "caseId", plan_version_id as "planVersionId", plan_code as "planCode",
           plan_title as "planTitle", filed_on as "filedOn", channel, answers, documents,
           promised_on as "promisedOn", ended_on as "endedOn"
      from complex_services.applications where case_id = ${caseId}`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw notFound('cases:refusals.noSuchCase');
  return found;
}

/** A part with its own application, where it has one. */
export interface FiledPart extends PartRow {
  readonly providerName: string;
  readonly filed: CasePart | null;
}

export async function readParts(tx: Transaction, caseId: string): Promise<readonly FiledPart[]> {
  const { rows } = await sql<Omit<FiledPart, 'filed'>>`
    select no, title, title_en as "titleEn", service_code as "serviceCode",
           provider_unit_id as "providerUnitId", provider_code as "providerCode", term,
           depends_on as "dependsOn", shares, state, told_state as "toldState",
           application_id as "applicationId", ended_on as "endedOn", u.short_name as "providerName"
      from complex_services.parts p join kernel.units u on u.id = p.provider_unit_id
     where case_id = ${caseId} order by no`.execute(tx);
  const filed = new Map((await listParts(tx, caseId)).map((part) => [part.id, part]));
  return rows.map((row) => ({ ...row, filed: filed.get(row.applicationId ?? '') ?? null }));
}

/** A part's new state; `applicationId` where it is filed only now. The parent's lock stands before. */
export interface PartChange {
  readonly no: number;
  readonly state: PartState;
  readonly applicationId: string | null;
  readonly endedOn: string | null;
}

export function writePartStates(caseId: string, changes: readonly PartChange[]): RawBuilder<unknown> {
  return sql`
    update complex_services.parts p set
      state = c.state, application_id = coalesce(c."applicationId", p.application_id), ended_on = c."endedOn"
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (
        no int, state text, "applicationId" uuid, "endedOn" date)
     where p.case_id = ${caseId} and p.no = c.no`;
}

/** The next letter goes at `tellAt`, or sooner where one was to go sooner. */
export async function planLetter(
  tx: Transaction,
  caseId: string,
  tellAt: Date | null,
  endedOn: string | null,
): Promise<void> {
  await sql`
    update complex_services.applications set
      tell_at = least(tell_at, ${tellAt}::timestamptz), ended_on = coalesce(ended_on, ${endedOn}::date)
     where case_id = ${caseId}`.execute(tx);
}
