import type { Title } from '../actions/define.ts';
import { Refusal } from '../actions/refusal.ts';
import type { Transaction } from '../database/database.ts';
import { databaseText } from './database-text.ts';
import type { Figure } from './figure.ts';
import type { Choice } from './figure-sql.ts';
import { runStatement } from './read-cells.ts';
import { type Question, type Reading, readFigure } from './read-figure.ts';
import { type RowCursor, rowsStatement, shownColumns } from './rows-sql.ts';

/** How exactly a row's date may be told. */
export type DateLevel = 'day' | 'month' | 'year' | 'hidden';

/** One counted thing, without personal data. */
export interface PublicRow {
  readonly level: DateLevel;
  /** `2020-03-05`, `2020-03`, `2020`, or null where nothing of the row can be told. */
  readonly date: string | null;
  /** In the order of the figure's columns. */
  readonly values: readonly (string | number | boolean | null)[];
  readonly synthetic: string | null;
}

export interface RowsPage {
  /** The cell that these rows make up, from the same snapshot. */
  readonly reading: Reading;
  readonly columns: readonly Title[];
  /** Empty where the cell itself is hidden: its rows would tell its value. */
  readonly rows: readonly PublicRow[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

export interface RowsRequest extends Omit<Question, 'by'> {
  readonly newestFirst?: boolean;
  readonly after?: string;
  readonly limit: number;
}

/** A page of the rows that a value was counted from. */
export async function readRows(tx: Transaction, figure: Figure, request: RowsRequest): Promise<RowsPage> {
  const { from, to, where = {}, limit } = request;
  const reading = await readFigure(tx, figure, { from, to, where });
  const columns = shownColumns(figure).map(({ title }) => title);
  if (reading.total.suppressed) return { reading, columns, rows: [], next: null };
  const found = await runStatement(
    tx,
    rowsStatement(figure, {
      ...rowsPeriod(reading),
      newestFirst: request.newestFirst ?? false,
      after: request.after === undefined ? null : decodeCursor(request.after),
      limit: limit + 1,
    }),
  );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    reading,
    columns,
    rows: page.map((row) => decodeRow(figure, row)),
    next: found.length > limit && last !== undefined ? encodeCursor(last) : null,
  };
}

/** All rows of a cell, a batch at a time: for downloads. The transaction stays open meanwhile. */
export async function* streamRows(
  tx: Transaction,
  reading: Reading,
  batch = 2_000,
): AsyncGenerator<readonly PublicRow[]> {
  if (reading.total.suppressed) return;
  const statement = rowsStatement(reading.figure, {
    ...rowsPeriod(reading),
    newestFirst: false,
    after: null,
    limit: null,
  });
  await runStatement(tx, {
    ...statement,
    text: `declare figure_rows no scroll cursor for ${statement.text}`,
  });
  for (;;) {
    const rows = await runStatement(tx, { text: `fetch ${batch} from figure_rows`, params: [] });
    if (rows.length === 0) return;
    yield rows.map((row) => decodeRow(reading.figure, row));
  }
}

function rowsPeriod({ from, to, where }: Reading): { from: string; to: string; where: Choice } {
  return { from, to, where };
}

function decodeRow(figure: Figure, row: Readonly<Record<string, unknown>>): PublicRow {
  const level = levelOf(row['level']);
  return {
    level,
    date: dateOf(level, databaseText(row['shown'])),
    values: shownColumns(figure).map(({ column }) => valueOf(row[`column ${column}`])),
    synthetic: figure.synthetic === undefined ? null : textOrNull(row[`column ${figure.synthetic}`]),
  };
}

function levelOf(value: unknown): DateLevel {
  return value === 'day' || value === 'month' || value === 'year' ? value : 'hidden';
}

function dateOf(level: DateLevel, shown: string): string | null {
  switch (level) {
    case 'day':
      return shown;
    case 'month':
      return shown.slice(0, 7);
    case 'year':
      return shown.slice(0, 4);
    case 'hidden':
      return null;
  }
}

function valueOf(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return databaseText(value);
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : databaseText(value);
}

function encodeCursor(row: Readonly<Record<string, unknown>>): string {
  return Buffer.from(`${databaseText(row['shown'])} ${databaseText(row['place'])}`).toString('base64url');
}

function decodeCursor(text: string): RowCursor {
  const [, shown, place] =
    /^(\d{4}-\d\d-\d\d) (.{1,200})$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (shown === undefined || place === undefined) throw new Refusal('figures:refusals.badCursor', {}, 422);
  return { shown, place };
}
