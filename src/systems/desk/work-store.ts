import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actions/actor.ts';
import { addDays } from '../../kernel/calendar/epoch-day.ts';
import { type CaseLine, LINE_COLUMNS, LINE_JOINS, maskLine } from '../../kernel/cases/case-line.ts';
import { normalizeCaseNumber } from '../../kernel/cases/case-number.ts';
import type { CaseWork, Worker } from '../../kernel/cases/index.ts';
import { type PageKey, readPageKey } from '../../kernel/cases/page-key.ts';
import { queryOf } from '../../kernel/cases/search-words.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { kindsOf, waitingSql } from './work-sql.ts';

/** When it burns: late; ends today; in the seven days after; later; the clock stands or there is none. */
export const BURNS = ['overdue', 'today', 'week', 'later', 'standing'] as const;
export type Burns = (typeof BURNS)[number];

const WEEK_DAYS = 7;

export interface WorkAsk {
  readonly works: readonly CaseWork[];
  readonly actor: Actor;
  readonly worker: Worker;
}

export interface WorkFilter {
  /** `<kind> <step>`: only these. */
  readonly steps?: readonly string[] | undefined;
  readonly burns?: Burns | undefined;
  readonly words?: string | undefined;
}

/** A case, and what is expected in it. */
export interface WaitingCase extends CaseLine {
  readonly step: string;
}

export interface WorkCount {
  readonly kind: string;
  readonly step: string;
  readonly burns: Burns;
  readonly count: number;
}

/** When a last day burns; the same rule that `burnsSql` writes for the database. */
export function burnsOf(dueOn: string | null, today: string): Burns {
  if (dueOn === null) return 'standing';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= weekFrom(today) ? 'week' : 'later';
}

export interface WorkPage {
  /** How much waits in all, by kind, step and burning. */
  readonly counts: readonly WorkCount[];
  readonly cases: readonly WaitingCase[];
}

/**
 * What waits, by the last day (what has none comes last), and how much waits whatever is filtered: from
 * one reading, so that numbers and rows agree.
 */
export async function readWork(
  tx: Transaction,
  ask: WorkAsk,
  filter: WorkFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<WorkPage> {
  const kinds = kindsOf(ask.works, ask.actor);
  if (kinds.length === 0) return { counts: [], cases: [] };
  const { today } = ask.worker;
  const after = page.after === undefined ? null : readPageKey(page.after);
  const { rows } = await sql<
    { readonly counts: readonly WorkCount[] } & (WaitingCase | { readonly id: null })
  >`
    with ${waitingSql(kinds, ask.actor, ask.worker)},
    counted as (
      select w.kind, w.step, ${burnsSql(today)} as burns, count(*)::int as count
      from waiting w group by 1, 2, 3),
    shown as (
      select w.id, w.step, coalesce(w.due_on, 'infinity'::date) as due from waiting w
      where ${sql.join(conditionsOf(filter, after, today), sql` and `)}
      order by due, w.id limit ${page.limit})
    select (select coalesce(jsonb_agg(counted), '[]') from counted) as counts, shown.step, ${LINE_COLUMNS}
    from (select) as one left join (shown join kernel.cases c on c.id = shown.id) on true ${LINE_JOINS}
    order by shown.due, shown.id`.execute(tx);
  // Where nothing is shown, one row still tells the counts.
  const cases = rows.flatMap((row) => {
    const { counts: _, ...line } = row;
    return line.id === null ? [] : [maskLine(line)];
  });
  return { counts: rows[0]?.counts ?? [], cases };
}

function conditionsOf(
  { steps, burns, words }: WorkFilter,
  after: PageKey | null,
  today: string,
): readonly RawBuilder<unknown>[] {
  return [
    sql`true`,
    ...(steps === undefined ? [] : [sql`w.kind || ' ' || w.step = any(${steps}::text[])`]),
    ...(burns === undefined ? [] : [sql`${burnsSql(today)} = ${burns}`]),
    ...(words === undefined ? [] : [foundBy(words)]),
    ...(after === null
      ? []
      : [sql`(coalesce(w.due_on, 'infinity'::date), w.id) > (${after.value}::date, ${after.id}::uuid)`]),
  ];
}

function foundBy(words: string): RawBuilder<unknown> {
  const byNumber = sql`w.id in (select id from kernel.cases where number = ${normalizeCaseNumber(words)})`;
  const query = queryOf(words);
  if (query === null) return byNumber;
  return sql`(${byNumber} or exists (
    select from kernel.case_words f where f.case_id = w.id and f.words @@ ${query}::tsquery))`;
}

function burnsSql(today: string): RawBuilder<unknown> {
  return sql`case when w.due_on is null then 'standing' when w.due_on < ${today}::date then 'overdue'
    when w.due_on = ${today}::date then 'today' when w.due_on <= ${weekFrom(today)}::date then 'week' else 'later' end`;
}

function weekFrom(today: string): string {
  return addDays(today, WEEK_DAYS);
}

/** By which law a case has its last day, and by how much that was moved. */
export interface DueReason {
  readonly article: string;
  readonly extendedBy: number;
  /** Of the extension that is in force. */
  readonly extendedArticle: string | null;
}

export async function readDueReasons(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DueReason>> {
  const { rows } = await sql<DueReason & { readonly id: string }>`
    select k.case_id as id, k.rule ->> 'article' as article,
           coalesce((select sum((e ->> 'days')::int) from jsonb_array_elements(k.extensions) e), 0)::int as "extendedBy",
           k.extensions -> -1 ->> 'article' as "extendedArticle"
    from kernel.case_clocks k where k.case_id = any(${ids}::uuid[]) and k.name = 'main'`.execute(tx);
  return new Map(rows.map(({ id, ...reason }) => [id, reason]));
}
