import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import {
  columnsSchema,
  findHead,
  guessColumns,
  keyOf,
  plainTitle,
  readStatement,
  REQUIRED_FIELDS,
  type StatementColumns,
  type StatementLine,
  type StatementReading,
} from './statement.ts';

export interface StatementPlan extends StatementReading {
  readonly titles: readonly string[];
  readonly columns: StatementColumns;
  /** Whether the columns were chosen by a person before, for a file with these titles. */
  readonly remembered: boolean;
  /** Payments of the file that are not here yet. */
  readonly fresh: number;
  readonly known: number;
}

/** What an import of these lines would do; writes nothing. */
export async function planStatement(
  tx: Transaction,
  lines: readonly (readonly string[])[],
  chosen: StatementColumns | undefined,
): Promise<StatementPlan> {
  const head = findHead(lines);
  const titles = lines[head] ?? [];
  const layout = chosen === undefined ? await findLayout(tx, titles) : undefined;
  const columns = chosen ?? layout ?? guessColumns(titles);
  const complete = REQUIRED_FIELDS.every((field) => columns[field] !== undefined);
  const reading = complete ? readStatement(lines, head, columns) : { payments: [], notReceipts: 0, bad: [] };
  const known = await countKnown(tx, reading.payments);
  return {
    ...reading,
    titles,
    columns,
    remembered: layout !== undefined,
    fresh: reading.payments.length - known,
    known,
  };
}

async function findLayout(tx: Transaction, titles: readonly string[]): Promise<StatementColumns | undefined> {
  const { rows } = await sql<{ columns: unknown }>`
    select columns from fees.statement_layouts where titles = ${titles.map(plainTitle)}::text[]`.execute(tx);
  return rows[0] === undefined ? undefined : columnsSchema.parse(rows[0].columns);
}

/** The next file with these titles is read without asking. */
export async function rememberLayout(
  tx: Transaction,
  titles: readonly string[],
  columns: StatementColumns,
  at: Date,
): Promise<void> {
  await sql`
    insert into fees.statement_layouts (titles, columns, used_at)
    values (${titles.map(plainTitle)}::text[], ${JSON.stringify(columns)}::jsonb, ${at})
    on conflict (titles) do update set columns = excluded.columns, used_at = excluded.used_at`.execute(tx);
}

async function countKnown(tx: Transaction, payments: readonly StatementLine[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${recordsOf(payments)}
      join fees.payments p on p.bank_document = l.document and p.paid_on = l."paidOn" and p.amount = l.amount
                          and p.payer_key = l."payerKey"`.execute(tx);
  return rows[0]?.count ?? 0;
}

function recordsOf(payments: readonly (StatementLine & { readonly id?: string })[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(payments)}::jsonb) as l (
    id uuid, "row" int, document text, "paidOn" date, amount numeric(14, 2), purpose text,
    "payerName" text, "payerCode" text, "payerKey" text)`;
}

export interface NewStatement {
  readonly id: string;
  readonly fileName: string;
  readonly at: Date;
  readonly by: string | null;
}

/**
 * Enters the payments that are not here yet and gives their ids. Two who bring one file at once: the
 * second waits at the unique key and finds every line known. Lines go in the order of the key, so
 * that the two never wait for each other.
 */
export async function insertStatement(
  tx: Transaction,
  statement: NewStatement,
  reading: StatementReading,
): Promise<readonly string[]> {
  if (reading.bad.length > 0) throw new Refusal('fees:refusals.badRows', { count: reading.bad.length }, 422);
  if (reading.payments.length === 0) throw new Refusal('fees:refusals.noReceipts', {}, 422);
  const { id, fileName, at, by } = statement;
  await sql`
    insert into fees.statements (id, file_name, imported_at, imported_by, lines, fresh, known, not_receipts, matched)
    values (${id}, ${fileName}, ${at}, ${by}, ${reading.payments.length}, 0, 0, ${reading.notReceipts}, 0)`.execute(
    tx,
  );
  const ordered = reading.payments
    .map((line) => ({ ...line, id: uuid(), key: keyOf(line) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const { rows } = await sql<{ id: string }>`
    insert into fees.payments
      (id, statement_id, row, bank_document, paid_on, amount, payer_name, payer_code, payer_key, purpose)
    select id, ${id}::uuid, "row", document, "paidOn", amount, "payerName", "payerCode", "payerKey", purpose
      from ${recordsOf(ordered)}
    on conflict on constraint payments_once do nothing returning id`.execute(tx);
  return rows.map((row) => row.id);
}

export async function writeCounts(
  tx: Transaction,
  id: string,
  counts: { readonly fresh: number; readonly known: number; readonly matched: number },
): Promise<void> {
  await sql`
    update fees.statements set fresh = ${counts.fresh}, known = ${counts.known}, matched = ${counts.matched}
     where id = ${id}`.execute(tx);
}

export interface StatementRow {
  readonly id: string;
  readonly fileName: string;
  readonly importedAt: Date;
  readonly importedBy: string | null;
  readonly lines: number;
  readonly fresh: number;
  readonly known: number;
  readonly matched: number;
}

export async function listStatements(tx: Transaction, limit: number): Promise<readonly StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select s.id, s.file_name as "fileName", s.imported_at as "importedAt", m.name as "importedBy", s.lines, s.fresh,
           s.known, s.matched
      from fees.statements s left join kernel.staff m on m.id = s.imported_by
     order by s.imported_at desc, s.id limit ${limit}`.execute(tx);
  return rows;
}
