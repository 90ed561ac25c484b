import type { Title } from '../actions/define.ts';
import type { Transaction } from '../database/database.ts';
import type { Figure, Period } from './figure.ts';
import { type Choice, splitsOf } from './figure-sql.ts';
import { readCells } from './read-cells.ts';

/** A longer list is no filter any more. */
const MOST_OPTIONS = 500;

export type FilterOptions = readonly {
  readonly name: string;
  readonly options: readonly { readonly code: string; readonly label: Title }[];
}[];

/**
 * What the rows of a period can be chosen by. Names the codes only, never how many there are;
 * what is chosen elsewhere does not narrow it, or a small cell could be felt out.
 */
export async function readFilterOptions(
  tx: Transaction,
  figure: Figure,
  period: Period & { where: Choice },
): Promise<FilterOptions> {
  const names = splitsOf(figure).map(({ name }) => name);
  if (names.length === 0) return [];
  const { cells } = await readCells(
    tx,
    figure,
    period,
    {},
    names.map((name) => [name]),
  );
  return names.map((name) => ({
    name,
    options: cells
      .filter((cell) => name in cell.by)
      .map((cell) => ({ code: cell.by[name] ?? '', label: cell.labels[name] ?? { uk: '', en: '' } }))
      .sort((left, right) =>
        name === 'month'
          ? left.code.localeCompare(right.code)
          : left.label.uk.localeCompare(right.label.uk, 'uk'),
      )
      .slice(0, MOST_OPTIONS),
  }));
}
