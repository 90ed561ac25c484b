import { CompiledQuery } from 'kysely';
import type { Title } from '../actions/define.ts';
import type { Transaction } from '../database/database.ts';
import { databaseText } from './database-text.ts';
import type { Figure, Period } from './figure.ts';
import { cellsStatement } from './cells-sql.ts';
import { type Choice, dimensionsOf, MONTH, type Statement } from './figure-sql.ts';

/** A cell as it was counted, before suppression. */
export interface RawCell {
  /** Dimension → code; `''` = not stated. The total has none. */
  readonly by: Choice;
  readonly labels: Readonly<Record<string, Title>>;
  /** Facts behind the value. */
  readonly n: number;
  readonly value: number | null;
  /** Facts in which a share's condition holds, or a balance is above zero. */
  readonly hits: number | null;
  /** Facts in which a balance is below zero. */
  readonly against: number | null;
  /** Facts of which something was invented. */
  readonly synthetic: number;
}

type Row = Readonly<Record<string, unknown>>;

export async function runStatement(tx: Transaction, statement: Statement): Promise<readonly Row[]> {
  const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(statement.text, [...statement.params]));
  return rows;
}

/** Counts the total and the breakdowns of one figure in one statement. */
export async function readCells(
  tx: Transaction,
  figure: Figure,
  period: Period,
  where: Choice,
  sets: readonly (readonly string[])[],
): Promise<{ readonly statement: Statement; readonly cells: readonly RawCell[] }> {
  const statement = cellsStatement(figure, period, where, sets);
  const rows = await runStatement(tx, statement);
  const names = dimensionsOf(sets);
  return {
    statement,
    cells: rows.map((row) => decodeCell(row, names)),
  };
}

function decodeCell(row: Row, names: readonly string[]): RawCell {
  const folded = Number(row['set']);
  const by: Record<string, string> = {};
  const labels: Record<string, Title> = {};
  names.forEach((name, index) => {
    // `grouping` sets the bit of a dimension that is folded; its first argument is the highest bit.
    if ((folded >> (names.length - 1 - index)) & 1) return;
    const code = databaseText(row[name]);
    by[name] = name === MONTH ? code.slice(0, 7) : code;
    labels[name] = {
      uk: databaseText(row[`${name} label`] ?? by[name]),
      en: databaseText(row[`${name} label en`] ?? row[`${name} label`] ?? by[name]),
    };
  });
  return {
    by,
    labels,
    n: Number(row['n']),
    value: numberOrNull(row['value']),
    hits: numberOrNull(row['hits']),
    against: numberOrNull(row['against']),
    synthetic: numberOrNull(row['synthetic']) ?? 0,
  };
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
