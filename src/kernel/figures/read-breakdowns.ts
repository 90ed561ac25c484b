import type { Transaction } from '../database/database.ts';
import type { Figure, Period } from './figure.ts';
import { showStatement } from './figure-sql.ts';
import { publishCells } from './publish-cells.ts';
import { readCells } from './read-cells.ts';
import type { Cell } from './read-figure.ts';

/** One breakdown of several; its cells add up to the total. */
export interface Part {
  readonly by: string;
  readonly cells: readonly Cell[];
  /** No part can be shown without naming a person. */
  readonly withheld: boolean;
}

export interface Breakdowns {
  readonly total: Cell;
  readonly parts: readonly Part[];
  readonly sql: string;
}

/** The total and breakdowns by several single dimensions, all counted in one statement. */
export async function readBreakdowns(
  tx: Transaction,
  figure: Figure,
  period: Period,
  names: readonly string[],
): Promise<Breakdowns> {
  const sets = [[], ...names.map((name) => [name])];
  const { cells, statement } = await readCells(tx, figure, period, {}, sets);
  const published = publishCells(figure, cells, sets);
  const [total] = published.cells.filter(({ by }) => Object.keys(by).length === 0);
  if (total === undefined) throw new Error(`Figure ${figure.id} answered no total`);
  return {
    total,
    parts: names.map((name) => ({
      by: name,
      cells: published.cells.filter(({ by }) => name in by),
      withheld: published.withheld.some(([one]) => one === name),
    })),
    sql: showStatement(statement),
  };
}
