import type { Figure } from './figure.ts';
import type { RawCell } from './read-cells.ts';
import type { Cell } from './read-figure.ts';
import { balanceInterval } from './balance-interval.ts';
import { type CountedCell, isSmall, SUM, suppressList, suppressTable } from './suppress-cells.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface Published {
  readonly cells: readonly Cell[];
  /** Breakdowns that cannot be shown at all. */
  readonly withheld: readonly (readonly string[])[];
}

/** Decides which of the counted cells anyone may see, set by set, the coarser first. */
export function publishCells(
  figure: Figure,
  raw: readonly RawCell[],
  sets: readonly (readonly string[])[],
): Published {
  const below = figure.suppressBelow;
  const hidden = new Set<RawCell>();
  const withheld: (readonly string[])[] = [];
  const gone = new Set<RawCell>();
  for (const set of [...sets].sort((left, right) => left.length - right.length)) {
    const cells = raw.filter(
      (cell) => Object.keys(cell.by).length === set.length && set.every((name) => name in cell.by),
    );
    const found = below === 0 ? new Set<RawCell>() : hideIn(set, cells, raw, hidden, below);
    if (found === null) {
      withheld.push(set);
      for (const cell of cells) gone.add(cell);
    } else for (const cell of found) hidden.add(cell);
  }
  return {
    cells: raw.filter((cell) => !gone.has(cell)).map((cell) => publishCell(figure, cell, hidden.has(cell))),
    withheld,
  };
}

function hideIn(
  set: readonly string[],
  cells: readonly RawCell[],
  raw: readonly RawCell[],
  hidden: ReadonlySet<RawCell>,
  below: number,
): ReadonlySet<RawCell> | null {
  const [first, second] = set;
  if (first === undefined) return new Set(cells.filter(({ n }) => isSmall(n, below)));
  const sourceOf = new Map<CountedCell, RawCell>();
  const counted = cells.map((cell) => {
    const one = {
      row: cell.by[first] ?? '',
      column: second === undefined ? '' : (cell.by[second] ?? ''),
      n: cell.n,
    };
    sourceOf.set(one, cell);
    return one;
  });
  const totalHidden = [...hidden].some((cell) => Object.keys(cell.by).length === 0);
  const found =
    second === undefined
      ? suppressList(counted, totalHidden, below)
      : suppressTable(counted, hiddenMargins(first, second, raw, hidden), below);
  if (found === null) return null;
  return new Set([...found].flatMap((one) => sourceOf.get(one) ?? []));
}

function hiddenMargins(
  first: string,
  second: string,
  raw: readonly RawCell[],
  hidden: ReadonlySet<RawCell>,
): CountedCell[] {
  return raw.flatMap((cell) => {
    if (Object.keys(cell.by).length !== 1 || !hidden.has(cell)) return [];
    const row = cell.by[first];
    const column = cell.by[second];
    if (row !== undefined) return [{ row, column: SUM, n: cell.n }];
    return column === undefined ? [] : [{ row: SUM, column, n: cell.n }];
  });
}

function publishCell(figure: Figure, cell: RawCell, suppressed: boolean): Cell {
  const adds = figure.measure.kind === 'count' || figure.measure.kind === 'sum';
  const interval = intervalOf(cell);
  const digits = 'digits' in figure.measure ? figure.measure.digits : 0;
  const rounded = (value: number): number => Number(value.toFixed(digits));
  return {
    by: cell.by,
    labels: cell.labels,
    value: suppressed ? null : cell.value,
    suppressed,
    sample: suppressed || adds ? null : cell.n,
    interval: suppressed || interval === null ? null : [rounded(interval[0]), rounded(interval[1])],
    synthetic: cell.synthetic === 0 ? 'none' : cell.synthetic < cell.n ? 'some' : 'all',
  };
}

function intervalOf({ hits, against, n }: RawCell): readonly [number, number] | null {
  if (hits === null) return null;
  return against === null ? wilsonInterval(hits, n) : balanceInterval(hits, against, n);
}
