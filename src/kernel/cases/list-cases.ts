import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import type { ClockState } from './case-event.ts';
import { type CaseLine, LINE_COLUMNS, LINE_JOINS, maskLine } from './case-line.ts';
import { normalizeCaseNumber } from './case-number.ts';
import { type PageKey, readPageKey, writePageKey } from './page-key.ts';
import { searchCases } from './search-cases.ts';
import { queryOf } from './search-words.ts';

export interface CaseFilter {
  /** Name of a kind; without it cases of every kind. */
  readonly kind?: string | undefined;
  /** True: open work only, by its own small indexes. */
  readonly open?: boolean | undefined;
  readonly states?: readonly string[] | undefined;
  readonly unitId?: string | undefined;
  /** `null`: nobody has taken it yet. */
  readonly executorId?: string | null | undefined;
  /** Whoever works on it: the executor, one who helps, or one who answers a question of it. */
  readonly workerId?: string | undefined;
  readonly parentId?: string | undefined;
  /** Definitions (services) by their codes. */
  readonly definitionCodes?: readonly string[] | undefined;
  /** Registered at or after this moment, and before that one. */
  readonly registeredFrom?: Date | undefined;
  readonly registeredBefore?: Date | undefined;
  /** РНОКПП or ЄДРПОУ, whole. */
  readonly applicantCode?: string | undefined;
  readonly clockState?: ClockState | undefined;
  /** Last day on or before this date. */
  readonly dueBy?: string | undefined;
  /** Words of number, title, applicant, each by its beginning. Always sorted by the newest. */
  readonly words?: string | undefined;
  readonly order?: 'newest' | 'due' | undefined;
  /** Conditions of the system's own on `kernel.cases c`. */
  readonly more?: readonly RawBuilder<unknown>[] | undefined;
}

export interface CasePage {
  readonly cases: readonly CaseLine[];
  /** Give it as `after` to get the next page; `null` at the end. */
  readonly next: string | null;
}

/** A page of cases, by key. @throws Refusal 400 for an `after` that is not ours. */
export async function listCases(
  tx: Transaction,
  filter: CaseFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<CasePage> {
  const after = page.after === undefined ? null : readPageKey(page.after);
  const lines = await readLines(tx, filter, after, page.limit + 1);
  const cases = lines.slice(0, page.limit).map(maskLine);
  const last = cases.at(-1);
  const more = lines.length > page.limit && last !== undefined;
  return { cases, next: more ? writePageKey(keyOf(filter, last)) : null };
}

async function readLines(
  tx: Transaction,
  filter: CaseFilter,
  after: PageKey | null,
  limit: number,
): Promise<readonly CaseLine[]> {
  if (filter.words === undefined) return plainList(tx, filter, after, limit);
  const byNumber = await findByNumber(tx, filter);
  if (byNumber.length > 0) return after === null ? byNumber : [];
  const query = queryOf(filter.words);
  if (query === null) return [];
  const conditions = [...conditionsOf(filter), ...(after === null ? [] : [olderThan(after)])];
  return searchCases(tx, query, allOf(conditions), limit);
}

async function plainList(
  tx: Transaction,
  filter: CaseFilter,
  after: PageKey | null,
  limit: number,
): Promise<readonly CaseLine[]> {
  const byDue = filter.order === 'due';
  const beyond = after === null ? [] : [byDue ? dueAfter(after) : olderThan(after)];
  const order = byDue
    ? sql`coalesce(c.due_on, 'infinity'::date), c.id`
    : sql`c.registered_at desc, c.id desc`;
  const { rows } = await sql<CaseLine>`
    select ${LINE_COLUMNS} from kernel.cases c ${LINE_JOINS}
    where ${allOf([...conditionsOf(filter), ...beyond])}
    order by ${order} limit ${limit}`.execute(tx);
  return rows;
}

/** A whole number typed or scanned is one case, whatever its words. */
async function findByNumber(tx: Transaction, filter: CaseFilter): Promise<readonly CaseLine[]> {
  const number = normalizeCaseNumber(filter.words ?? '');
  if (!/^\p{L}+(-\p{L}+)?-\d{4}-\d{6,}$/u.test(number)) return [];
  const { rows } = await sql<CaseLine>`
    select ${LINE_COLUMNS} from kernel.cases c ${LINE_JOINS}
    where ${allOf([sql`c.number = ${number}`, ...conditionsOf(filter)])}`.execute(tx);
  return rows;
}

function conditionsOf(filter: CaseFilter): readonly RawBuilder<unknown>[] {
  const { executorId, applicantCode } = filter;
  return [
    ...given(filter.kind, (kind) => sql`c.kind = ${kind}`),
    ...given(filter.open, (open) => (open ? sql`c.is_open` : sql`not c.is_open`)),
    ...given(filter.states, (states) => sql`c.state = any(${states}::text[])`),
    ...given(filter.unitId, (unitId) => sql`c.unit_id = ${unitId}`),
    ...(executorId === null ? [sql`c.executor_id is null`] : []),
    ...given(executorId ?? undefined, (id) => sql`c.executor_id = ${id}`),
    ...given(filter.workerId, worksOn),
    ...given(filter.clockState, (state) => sql`c.clock_state = ${state}`),
    ...given(filter.parentId, (parentId) => sql`c.parent_id = ${parentId}`),
    ...given(
      applicantCode,
      (code) => sql`c.applicant_id in (
        select a.id from kernel.applicants a where a.code = ${code})`,
    ),
    ...given(filter.definitionCodes, (codes) => sql`c.definition_code = any(${codes}::text[])`),
    ...given(filter.registeredFrom, (from) => sql`c.registered_at >= ${from}`),
    ...given(filter.registeredBefore, (before) => sql`c.registered_at < ${before}`),
    ...given(filter.dueBy, (dueBy) => sql`coalesce(c.due_on, 'infinity'::date) <= ${dueBy}`),
    ...(filter.more ?? []),
  ];
}

function worksOn(staffId: string): RawBuilder<unknown> {
  return sql`(c.executor_id = ${staffId} or c.id in (
    select e.case_id from kernel.case_executors e
    where e.staff_id = ${staffId} and e.role = 'co-executor' and e.to_at is null
    union all select q.case_id from kernel.case_questions q
    where q.executor_id = ${staffId} and q.outcome is null))`;
}

function given<Value>(
  value: Value | undefined,
  condition: (value: Value) => RawBuilder<unknown>,
): readonly RawBuilder<unknown>[] {
  return value === undefined ? [] : [condition(value)];
}

function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function olderThan({ value, id }: PageKey): RawBuilder<unknown> {
  return sql`(c.registered_at, c.id) < (${value}::timestamptz, ${id}::uuid)`;
}

function dueAfter({ value, id }: PageKey): RawBuilder<unknown> {
  return sql`(coalesce(c.due_on, 'infinity'::date), c.id) > (${value}::date, ${id}::uuid)`;
}

function keyOf(filter: CaseFilter, line: CaseLine): PageKey {
  const byDue = filter.order === 'due' && filter.words === undefined;
  return { value: byDue ? (line.dueOn ?? 'infinity') : line.registeredAt.toISOString(), id: line.id };
}
