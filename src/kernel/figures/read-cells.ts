import { CompiledQuery } from 'kysely';
import type { Title } from '../actions/define.ts';
import type { Transaction } from '../database/database.ts';
import { databaseText } from './database-text.ts';
import type { Figure, Period } from './figure.ts';
import { type Choice, cellsStatement, dimensionsOf, MONTH, type Statement } from './figure-sql.ts';

/** A cell as it was counted, before suppression. */
export interface RawCell {
  /** Dimension → code; `''` = not stated. The total has none. */
  readonly by: Choice;
  readonly labels: Readonly<Record<string, Title>>;
  /** Facts behind the value. */
  readonly n: number;
  readonly value: number | null;
  /** Facts in which a share's condition holds. */
  readonly hits: number | null;
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
    cells: mergeCells(
      figure,
      rows.map((row) => decodeCell(row, names)),
    ),
  };
}

/**
 * Cells are grouped by code and label, which is several times cheaper than an aggregate of labels.
 * A code that has two labels (a body renamed) comes twice: its cells are put together here.
 */
function mergeCells(figure: Figure, cells: readonly RawCell[]): readonly RawCell[] {
  const merged = new Map<string, RawCell>();
  for (const cell of cells) {
    const key = JSON.stringify(Object.entries(cell.by));
    const other = merged.get(key);
    merged.set(key, other === undefined ? cell : addCells(figure, other, cell));
  }
  return [...merged.values()];
}

function addCells({ id, measure }: Figure, one: RawCell, other: RawCell): RawCell {
  const n = one.n + other.n;
  const hits = one.hits === null || other.hits === null ? null : one.hits + other.hits;
  const sum = { ...one, n, hits, synthetic: one.synthetic + other.synthetic };
  switch (measure.kind) {
    case 'count':
    case 'sum':
      return { ...sum, value: (one.value ?? 0) + (other.value ?? 0) };
    case 'share':
      return {
        ...sum,
        value: n === 0 || hits === null ? null : Number(((100 * hits) / n).toFixed(measure.digits)),
      };
    case 'average':
    case 'median':
      throw new Error(`Figure ${id}: the code ${JSON.stringify(one.by)} has two labels`);
  }
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
    synthetic: numberOrNull(row['synthetic']) ?? 0,
  };
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
