import { type RawBuilder, sql } from 'kysely';
import type { Deed } from '../actions/define.ts';
import { notFound, Refusal } from '../actions/refusal.ts';
import type { Transaction } from '../database/database.ts';
import { refuseBrokenLinks } from './case-refusals.ts';

export interface NewQuestion {
  /** Code of the system's own classifier. */
  readonly topic: string;
  /** In the words of whoever registered it. */
  readonly text?: string | undefined;
}

export interface CaseQuestion {
  readonly no: number;
  readonly topic: string;
  readonly text: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly executorId: string | null;
  readonly executorName: string | null;
  readonly outcome: string | null;
  readonly outcomeAt: Date | null;
}

/** Questions numbered from 1. `opened`: a relation of that name with the case's `id`. */
export function insertQuestions(
  opened: RawBuilder<unknown>,
  questions: readonly NewQuestion[],
): RawBuilder<unknown> {
  const rows = questions.map(({ topic, text = '' }, index) => ({ no: index + 1, topic, text }));
  return sql`
    insert into kernel.case_questions (case_id, no, topic, text)
    select opened.id, asked.no, asked.topic, asked.text
    from ${opened}, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as asked(no int, topic text, text text)`;
}

/** Puts these questions in place of the present ones: before anybody works on them. */
export async function replaceQuestions(
  { tx }: Pick<Deed, 'tx'>,
  caseId: string,
  questions: readonly NewQuestion[],
): Promise<void> {
  await sql`delete from kernel.case_questions where case_id = ${caseId}`.execute(tx);
  await insertQuestions(sql`(select ${caseId}::uuid as id) as opened`, questions).execute(tx);
}

/** In their order; empty where the kind asks none. */
export async function readQuestions(tx: Transaction, caseId: string): Promise<readonly CaseQuestion[]> {
  const { rows } = await sql<CaseQuestion>`
    select q.no, q.topic, q.text, q.unit_id as "unitId", unit.short_name as "unitName",
           q.executor_id as "executorId", executor.name as "executorName", q.outcome,
           q.outcome_at as "outcomeAt"
    from kernel.case_questions q
    left join kernel.units unit on unit.id = q.unit_id
    left join kernel.staff executor on executor.id = q.executor_id
    where q.case_id = ${caseId} order by q.no`.execute(tx);
  return rows;
}

/** Who answers one question. The case's row lock stands before (`advanceCase`). */
export async function assignQuestion(
  { tx }: Pick<Deed, 'tx'>,
  caseId: string,
  no: number,
  to: { readonly unitId: string | null; readonly executorId: string | null },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update kernel.case_questions set unit_id = ${to.unitId}, executor_id = ${to.executorId}
    where case_id = ${caseId} and no = ${no}`
    .execute(tx)
    .catch(refuseBrokenLinks);
  if (numAffectedRows !== 1n) throw notFound('cases:refusals.noSuchQuestion');
}

/** Outcomes by the questions' numbers, as a statement `beside` an event of the case. */
export function writeOutcomes(
  caseId: string,
  outcomes: readonly { readonly no: number; readonly outcome: string }[],
  at: Date,
): RawBuilder<unknown> {
  return sql`
    update kernel.case_questions q set outcome = answered.outcome, outcome_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as answered(no int, outcome text)
    where q.case_id = ${caseId} and q.no = answered.no`;
}

/**
 * The closing rule: a case is answered when each of its questions is. `with`: outcomes that the
 * same deed writes. @throws Refusal that names the open ones.
 */
export function requireAllAnswered(
  questions: readonly Pick<CaseQuestion, 'no' | 'outcome'>[],
  outcomes: readonly { readonly no: number }[] = [],
): void {
  const known = new Set(questions.map(({ no }) => no));
  if (outcomes.some(({ no }) => !known.has(no))) throw notFound('cases:refusals.noSuchQuestion');
  const now = new Set(outcomes.map(({ no }) => no));
  const open = questions.filter(({ no, outcome }) => outcome === null && !now.has(no));
  if (open.length === 0) return;
  throw new Refusal('cases:refusals.questionsOpen', { open: open.map(({ no }) => no).join(', ') });
}
