import { sql } from 'kysely';
import { notFound } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Answers, FormField } from '../service-catalogue/index.ts';
import type { Channel, Outcome } from './application.ts';

/** What an application has beside its case. */
export interface ApplicationRow {
  readonly ticketId: string | null;
  readonly sector: string | null;
  readonly documents: string[];
  readonly serviceCode: string | null;
  readonly registeredOn: string;
  readonly answers: Answers | null;
  /** What a complex service asked instead of the service's own questions. */
  readonly asked: readonly FormField[] | null;
  readonly channel: Channel;
  readonly providerUnitId: string | null;
  readonly decidedUnitId: string | null;
  /** Code of the body that has the case now. */
  readonly unitCode: string | null;
  readonly decision: {
    readonly outcome: Outcome;
    readonly on: string;
    readonly reasons: string[];
    readonly note: string | null;
    readonly days: number;
    readonly inTerm: boolean | null;
  } | null;
  readonly resultFileId: string | null;
  readonly synthetic: string | null;
}

/** @throws Refusal 404. */
export async function getApplicationRow(tx: Transaction, caseId: string): Promise<ApplicationRow> {
  const { rows } = await sql<ApplicationRow>`
    select a.ticket_id as "ticketId", a.sector, a.documents,
           a.service_code as "serviceCode", a.registered_on as "registeredOn", a.answers, a.asked, a.channel, a.provider_unit_id as "providerUnitId",
           a.decided_unit_id as "decidedUnitId", u.code as "unitCode",
           case when a.outcome is not null then jsonb_build_object(
             'outcome', a.outcome, 'on', a.decided_on, 'reasons', coalesce(a.refusal_reasons, '{}'),
             'note', a.decision_note, 'days', a.days, 'inTerm', a.in_term) end as decision,
           a.result_file_id as "resultFileId", a.synthetic
      from applications.applications a
      join kernel.cases c on c.id = a.case_id left join kernel.units u on u.id = c.unit_id
     where a.case_id = ${caseId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw notFound('cases:refusals.noSuchCase');
  return row;
}
