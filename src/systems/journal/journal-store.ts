import { type RawBuilder, sql } from 'kysely';
import type { Subject } from '../../kernel/actions/define.ts';
import { normalizeCaseNumber } from '../../kernel/cases/case-number.ts';
import type { Transaction } from '../../kernel/database/database.ts';

export interface JournalFilter {
  /** Moments of writing, `[from, before)`. */
  readonly from: Date;
  readonly before: Date;
  readonly kind?: 'action' | 'look' | undefined;
  /** Part of a staff member's name, or a login. */
  readonly person?: string | undefined;
  /** The beginning of an action's or query's name. */
  readonly name?: string | undefined;
  /** Number of a case, or the id of anything. */
  readonly subject?: string | undefined;
  /** Keyed hash of a personal value. */
  readonly hash?: string | undefined;
  /** Rows older than this id. */
  readonly after?: number | undefined;
}

export interface JournalRow {
  readonly id: number;
  readonly kind: 'action' | 'look';
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly name: string;
  readonly actorName: string | null;
  readonly actorRoles: readonly string[];
  readonly unit: string | null;
  readonly importedBy: string | null;
  readonly subjects: readonly Subject[];
  readonly input: unknown;
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
  readonly reason: string | null;
}

/** Rows of the journal, the newest first. Ids grow with the moment of writing, so they are the page's key. */
export async function listRows(
  tx: Transaction,
  filter: JournalFilter,
  limit: number,
): Promise<readonly JournalRow[]> {
  const { rows } = await sql<JournalRow>`
    select j.id, j.kind, j.occurred_at as "occurredAt", j.recorded_at as "recordedAt", j.name,
           j.actor_name as "actorName", j.actor_roles as "actorRoles", u.short_name as unit,
           integrator.name as "importedBy", j.subjects, j.input, j.changes, j.reason
      from kernel.audit_journal j
      left join kernel.units u on u.id = j.unit_id
      left join kernel.staff integrator on integrator.id = j.imported_by
     where ${sql.join(await conditions(tx, filter), sql` and `)}
     order by j.id desc limit ${limit}`.execute(tx);
  return rows;
}

async function conditions(tx: Transaction, filter: JournalFilter): Promise<readonly RawBuilder<unknown>[]> {
  const { from, before, kind, person, name, subject, hash, after } = filter;
  const like = (text: string) => text.replace(/[\\%_]/g, '\\$&');
  return [
    sql`j.recorded_at >= ${from} and j.recorded_at < ${before}`,
    ...(after === undefined ? [] : [sql`j.id < ${after}`]),
    ...(kind === undefined ? [] : [sql`j.kind = ${kind}`]),
    ...(name === undefined ? [] : [sql`j.name like ${`${like(name)}%`}`]),
    ...(person === undefined
      ? []
      : [
          sql`j.actor_id in (
            select id from kernel.staff where login = ${person.toLowerCase()} or name ilike ${`%${like(person)}%`})`,
        ]),
    ...(subject === undefined ? [] : [aboutOneOf(await idsOf(tx, subject))]),
    // Hashes stand inside the values that the action took, gave and changed.
    ...(hash === undefined ? [] : [sql`concat(j.input, j.output, j.changes) like ${`%${like(hash)}%`}`]),
  ];
}

function aboutOneOf(ids: readonly string[]): RawBuilder<unknown> {
  const about = ids.map((id) => sql`j.subjects @> ${JSON.stringify([{ id }])}::jsonb`);
  return sql`(${sql.join(about, sql` or `)})`;
}

/** A number names a case; what is no number is an id already. */
async function idsOf(tx: Transaction, subject: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from kernel.cases where number = ${normalizeCaseNumber(subject)}`.execute(tx);
  return [subject.trim(), ...rows.map(({ id }) => id)];
}

/** Numbers of cases by their ids, for rows that are about cases. */
export async function caseNumbers(
  tx: Transaction,
  rows: readonly JournalRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ subjects }) =>
    subjects.filter(({ kind }) => kind === 'case').map(({ id }) => id),
  );
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: string; number: string }>`
    select id, number from kernel.cases where id = any(${[...new Set(ids)]}::uuid[])`.execute(tx);
  return new Map(found.rows.map(({ id, number }) => [id, number]));
}

export interface SealState {
  readonly batch: number | null;
  readonly rows: number;
  readonly sealedAt: Date | null;
  readonly head: string | null;
  /** The oldest row that the seal does not cover yet. */
  readonly oldestUnsealed: Date | null;
}

export async function readSealState(tx: Transaction): Promise<SealState> {
  const { rows } = await sql<SealState>`
    with last as (select * from kernel.audit_seals order by batch desc limit 1),
         link as (select journal_id, recorded_at from kernel.audit_links order by position desc limit 1)
    select (select batch from last) as batch, coalesce((select last_position from last), 0) as rows,
           (select sealed_at from last) as "sealedAt", (select encode(head, 'hex') from last) as head,
           (select min(j.recorded_at) from kernel.audit_journal j
             where j.id > coalesce((select journal_id from link), 0)
               and not exists (select from kernel.audit_links l where l.journal_id = j.id)) as "oldestUnsealed"`.execute(
    tx,
  );
  return rows[0] ?? { batch: null, rows: 0, sealedAt: null, head: null, oldestUnsealed: null };
}
