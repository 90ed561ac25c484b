import { type RawBuilder, sql } from 'kysely';
import { notFound } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Outcome } from './appeal.ts';

export interface QuestionOutcome {
  readonly no: number;
  readonly outcome: Outcome;
}

export const SENT_HOW = ['email', 'post', 'in-person'] as const;
export type SentHow = (typeof SENT_HOW)[number];

export interface AppealAnswer {
  readonly id: string;
  readonly caseId: string;
  readonly no: number;
  readonly kind: 'interim' | 'final';
  readonly state: 'draft' | 'approved' | 'sent' | 'sent-back';
  readonly text: string;
  readonly outcomes: readonly QuestionOutcome[];
  readonly remark: string;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly approvedBy: string | null;
  /** Their office: «Заступниця міського голови». */
  readonly approvedAs: string | null;
  readonly approvedAt: Date | null;
  readonly sentAt: Date | null;
  readonly sentHow: SentHow | null;
}

const COLUMNS = sql.raw(`
  a.id, a.case_id as "caseId", a.no, a.kind, a.state, a.text, a.outcomes, a.remark,
  drafter.name as "draftedBy", a.drafted_at as "draftedAt", approver.name as "approvedBy", approver.position as "approvedAs",
  a.approved_at as "approvedAt", a.sent_at as "sentAt", a.sent_how as "sentHow"
  from appeals.answers a join kernel.staff drafter on drafter.id = a.drafted_by
  left join kernel.staff approver on approver.id = a.approved_by`);

/** All answers of an appeal, drafts too, in their order. */
export async function readAnswers(tx: Transaction, caseId: string): Promise<readonly AppealAnswer[]> {
  const { rows } =
    await sql<AppealAnswer>`select ${COLUMNS} where a.case_id = ${caseId} order by a.no`.execute(tx);
  return rows;
}

/** @throws Refusal 404. */
export async function getAnswer(tx: Transaction, id: string): Promise<AppealAnswer> {
  const { rows } = await sql<AppealAnswer>`select ${COLUMNS} where a.id = ${id}`.execute(tx);
  const [answer] = rows;
  if (answer === undefined) throw notFound('appeals:refusals.noSuchAnswer');
  return answer;
}

interface Draft extends Pick<AppealAnswer, 'id' | 'kind' | 'text' | 'outcomes'> {
  readonly by: string;
}

/** Numbered under the case's row lock. */
export function insertDraft(caseId: string, draft: Draft, at: Date): RawBuilder<unknown> {
  return sql`
    insert into appeals.answers (id, case_id, no, kind, state, text, outcomes, drafted_by, drafted_at)
    select ${draft.id}::uuid, ${caseId}::uuid, 1 + coalesce(max(no), 0), ${draft.kind}::text, 'draft',
           ${draft.text}::text, ${JSON.stringify(draft.outcomes)}::jsonb, ${draft.by}::uuid, ${at}::timestamptz
    from appeals.answers where case_id = ${caseId}`;
}

/** The main appeal's answer once more, for its twin. */
export function copyAnswer(
  toCaseId: string,
  id: string,
  answer: AppealAnswer,
  how: SentHow,
  at: Date,
): RawBuilder<unknown> {
  return sql`
    insert into appeals.answers (
      id, case_id, no, kind, state, text, outcomes, drafted_by, drafted_at, approved_by, approved_at, sent_at, sent_how)
    select ${id}::uuid, ${toCaseId}::uuid, 1 + coalesce((select max(no) from appeals.answers where case_id = ${toCaseId}), 0),
           kind, 'sent', text, outcomes, drafted_by, drafted_at, approved_by, approved_at, ${at}::timestamptz, ${how}::text
    from appeals.answers where id = ${answer.id}`;
}

export function approve(id: string, by: string, at: Date): RawBuilder<unknown> {
  return sql`
    update appeals.answers set state = 'approved', approved_by = ${by}, approved_at = ${at}
    where id = ${id} and state = 'draft'`;
}

export function sendBack(id: string, remark: string): RawBuilder<unknown> {
  return sql`
    update appeals.answers set state = 'sent-back', remark = ${remark} where id = ${id} and state = 'draft'`;
}

export function markSent(id: string, how: SentHow, at: Date): RawBuilder<unknown> {
  return sql`
    update appeals.answers set state = 'sent', sent_at = ${at}, sent_how = ${how}
    where id = ${id} and state = 'approved'`;
}
