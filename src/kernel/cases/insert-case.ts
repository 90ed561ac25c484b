import { type RawBuilder, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../database/database.ts';
import { besidesOf } from './beside.ts';
import { insertQuestions } from './case-questions.ts';
import { refuseBrokenLinks } from './case-refusals.ts';
import type { CaseClock } from './case-clock.ts';
import type { EventData } from './case-event.ts';
import { insertClocks } from './insert-clocks.ts';
import type { NewCase } from './new-case.ts';

export interface CaseRow {
  readonly id: string;
  readonly input: NewCase;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly imported: boolean;
  readonly actorId: string | null;
  /** The signed-in resident whose case it is. */
  readonly accountId: string | null;
  readonly book: string;
  readonly year: number;
  readonly prefix: string;
  readonly clock: CaseClock | null;
  readonly otherClocks: readonly CaseClock[];
  readonly data: EventData;
  readonly trackingHash: Buffer;
  readonly words: readonly string[];
}

/** Everything of a new case in one statement: one round trip under the lock of the number book. */
export async function insertCase(
  tx: Transaction,
  row: CaseRow,
): Promise<{ readonly number: string; readonly seq: number }> {
  const applicant = applicantOf(row.input);
  const statement = sql<{ number: string; seq: number }>`
    with applicant as (${insertApplicant(applicant)}), taken as (${takeSeq(row)}),
    opened as (${insertOpened(row, applicant.id)}), event as (${insertEvent(row)}),
    clock as (${insertClock(row.clock)}), executor as (${insertExecutor(row)}),
    words as (${insertWords(row)})${moreOf(row)}
    select number, seq from opened`;
  const { rows } = await statement.execute(tx).catch(refuseBrokenLinks);
  const [opened] = rows;
  if (opened === undefined) throw new Error('a new case gave no number');
  return opened;
}

/** What only some cases have; a case without it pays nothing for it. */
function moreOf({ input, otherClocks, accountId, at }: CaseRow): RawBuilder<unknown> {
  const { questions = [] } = input;
  return sql.join(
    [
      sql``,
      ...(otherClocks.length === 0 ? [] : [sql`clocks as (${insertClocks(sql`opened`, otherClocks)})`]),
      ...(questions.length === 0 ? [] : [sql`questions as (${insertQuestions(sql`opened`, questions)})`]),
      ...(accountId === null
        ? []
        : [
            sql`account as (
              insert into kernel.case_accounts (account_id, case_id, way, tied_at)
              select ${accountId}::uuid, id, 'filed', ${at}::timestamptz from opened)`,
          ]),
      ...besidesOf(input.beside),
    ],
    sql`, `,
  );
}

/** The book's next number; a given one only moves the book up to it, and must be free (`cases_one_number`). */
function takeSeq({ book, year, input: { given } }: CaseRow): RawBuilder<unknown> {
  if (given === undefined) {
    return sql`
      insert into kernel.number_books as book (book, year, last) values (${book}, ${year}, 1)
      on conflict (book, year) do update set last = book.last + 1
      returning last as seq`;
  }
  return sql`
    insert into kernel.number_books as book (book, year, last) values (${book}, ${year}, ${given.seq})
    on conflict (book, year) do update set last = greatest(book.last, excluded.last)
    returning ${given.seq}::int as seq`;
}

function applicantOf({ applicant }: NewCase) {
  if (applicant === null) return { id: null, values: null };
  if ('id' in applicant) return { id: applicant.id, values: null };
  return { id: uuid(), values: applicant };
}

function insertApplicant({ id, values }: ReturnType<typeof applicantOf>): RawBuilder<unknown> {
  return sql`
    insert into kernel.applicants (id, kind, name, code, passport, phone, email, address)
    select ${id}::uuid, ${values?.kind ?? null}::text, ${values?.name ?? null}::text,
           ${values?.code ?? null}::text, ${values?.passport ?? null}::text,
           ${values?.phone ?? null}::text, ${values?.email ?? null}::text,
           ${values?.address ?? null}::text
    where ${values !== null}::boolean`;
}

function insertOpened(row: CaseRow, applicantId: string | null): RawBuilder<unknown> {
  const { input, clock, at } = row;
  const isOpen = input.kind.open.includes(input.state);
  return sql`
    insert into kernel.cases (
      id, kind, book, year, seq, number, title, state, is_open, applicant_id, unit_id, executor_id,
      parent_id, part_no, definition_code, definition_version, registered_at, recorded_at, due_on,
      internal_due_on, clock_state, closed_at, tracking_hash, imported, event_count, last_event_at,
      holder_kind, holder_unit_id)
    select
      ${row.id}::uuid, ${input.kind.name}::text, ${row.book}::text, ${row.year}::int, taken.seq,
      ${row.prefix}::text || lpad(taken.seq::text, greatest(6, length(taken.seq::text)), '0'),
      ${input.title}::text, ${input.state}::text, ${isOpen}::boolean, ${applicantId}::uuid,
      ${input.unitId}::uuid, ${input.executorId ?? null}::uuid, ${input.partOf?.caseId ?? null}::uuid,
      ${input.partOf?.no ?? null}::int, ${input.definition?.code ?? null}::text,
      ${input.definition?.version ?? null}::text, ${at}::timestamptz, ${row.recordedAt}::timestamptz,
      ${clock?.dueOn ?? null}::date, ${clock?.internalDueOn ?? null}::date,
      ${clock === null ? 'stopped' : 'running'}::text, ${isOpen ? null : at}::timestamptz,
      ${row.trackingHash}::bytea, ${row.imported}::boolean, 1, ${at}::timestamptz,
      ${input.holder.kind}::text, ${input.holder.unitId}::uuid
    from taken
    returning id, seq, number`;
}

function insertEvent({ input, at, recordedAt, actorId, data }: CaseRow): RawBuilder<unknown> {
  return sql`
    insert into kernel.case_events (
      case_id, seq, type, occurred_at, recorded_at, actor_id, state_after, holder_kind,
      holder_unit_id, data)
    select
      opened.id, 1, ${input.event ?? 'registered'}::text, ${at}::timestamptz,
      ${recordedAt}::timestamptz, ${actorId}::uuid, ${input.state}::text, ${input.holder.kind}::text,
      ${input.holder.unitId}::uuid, ${JSON.stringify(data)}::jsonb
    from opened`;
}

function insertClock(clock: CaseClock | null): RawBuilder<unknown> {
  return sql`
    insert into kernel.case_clocks (
      case_id, name, rule, started_on, started_at, pauses, extensions, due_on, due_at,
      internal_due_on, steps)
    select
      opened.id, ${clock?.name ?? ''}::text, ${JSON.stringify(clock?.rule ?? null)}::jsonb,
      ${clock?.startedOn ?? null}::date, ${clock?.startedAt ?? null}::timestamptz, '[]', '[]',
      ${clock?.dueOn ?? null}::date, ${clock?.dueAt ?? null}::timestamptz,
      ${clock?.internalDueOn ?? null}::date, ${JSON.stringify(clock?.steps ?? [])}::jsonb
    from opened where ${clock !== null}::boolean`;
}

function insertExecutor({ input, at }: CaseRow): RawBuilder<unknown> {
  const executorId = input.executorId ?? null;
  return sql`
    insert into kernel.case_executors (case_id, staff_id, role, from_at)
    select opened.id, ${executorId}::uuid, 'executor', ${at}::timestamptz
    from opened where ${executorId !== null}::boolean`;
}

function insertWords({ words }: CaseRow): RawBuilder<unknown> {
  return sql`
    insert into kernel.case_words (case_id, words)
    select opened.id, array_to_tsvector(
      ${words}::text[] || array[opened.seq::text, lpad(opened.seq::text, 6, '0')])
    from opened`;
}
