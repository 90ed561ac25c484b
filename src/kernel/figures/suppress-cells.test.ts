import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedCell, suppressList, suppressTable } from './suppress-cells.ts';

const BELOW = 3;

/** All values that the hidden cells could have, seen by one who knows the sums and that none is 0. */
function possibleValues(
  cells: readonly CountedCell[],
  hidden: ReadonlySet<CountedCell>,
  sums: readonly { readonly of: readonly CountedCell[]; readonly sum: number }[],
): Map<CountedCell, Set<number>> {
  const unknown = cells.filter((cell) => hidden.has(cell));
  const possible = new Map(unknown.map((cell) => [cell, new Set<number>()]));
  const lines = sums.map(({ of, sum }) => ({
    unknown: of.filter((cell) => hidden.has(cell)),
    left: of.reduce((rest, cell) => (hidden.has(cell) ? rest : rest - cell.n), sum),
  }));
  const value = new Map<CountedCell, number>();
  const search = (index: number): void => {
    const cell = unknown[index];
    if (cell === undefined) {
      for (const one of unknown) possible.get(one)?.add(value.get(one) ?? 0);
      return;
    }
    const mine = lines.filter((line) => line.unknown.includes(cell));
    const most = Math.min(
      ...mine.map(
        (line) =>
          line.left - line.unknown.reduce((sum, one) => sum + (value.get(one) ?? (one === cell ? 0 : 1)), 0),
      ),
    );
    for (let guess = 1; guess <= most; guess++) {
      value.set(cell, guess);
      const closes = mine.every(
        (line) =>
          !line.unknown.every((one) => value.has(one)) ||
          line.unknown.reduce((sum, one) => sum + (value.get(one) ?? 0), 0) === line.left,
      );
      if (closes) search(index + 1);
    }
    value.delete(cell);
  };
  search(0);
  return possible;
}

function sumOf(cells: readonly CountedCell[]): number {
  return cells.reduce((sum, { n }) => sum + n, 0);
}

describe('a list of cells under a known total', () => {
  it('leaves every hidden cell anything from 1 to at least the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 }), (counts) => {
        const cells = counts.map((n, index) => ({ row: `${index}`, column: '', n }));
        const hidden = suppressList(cells, false, BELOW);
        if (hidden === null) return;
        expect(cells.filter((cell) => cell.n < BELOW && !hidden.has(cell))).toEqual([]);
        for (const values of possibleValues(cells, hidden, [{ of: cells, sum: sumOf(cells) }]).values()) {
          expect(values.size).toBeGreaterThanOrEqual(BELOW);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is left alone where nothing is small, and withheld where nothing can be hidden safely', () => {
    const cell = (n: number): CountedCell => ({ row: `${n}`, column: '', n });
    expect(suppressList([cell(3), cell(9)], false, BELOW)?.size).toBe(0);
    expect(suppressList([cell(2)], false, BELOW)).toBeNull();
    expect(suppressList([cell(1), cell(2)], false, BELOW)).toBeNull();
  });
});

describe('a cross table', () => {
  const table = fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
    .chain(([rows, columns]) =>
      fc
        .array(fc.integer({ min: 0, max: 6 }), { minLength: rows * columns, maxLength: rows * columns })
        .map((counts) =>
          counts
            .map((n, index) => ({ row: `r${Math.floor(index / columns)}`, column: `c${index % columns}`, n }))
            .filter(({ n }) => n > 0),
        ),
    );

  it('lets no hidden cell be worked out from rows, columns and neighbours', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const hidden = suppressTable(cells, [], BELOW);
        if (hidden === null) return;
        const sums = ['row', 'column'].flatMap((side) => {
          const keyOf = (cell: CountedCell): string => (side === 'row' ? cell.row : cell.column);
          return [...new Set(cells.map(keyOf))].map((key) => {
            const of = cells.filter((cell) => keyOf(cell) === key);
            return { of, sum: sumOf(of) };
          });
        });
        for (const [cell, values] of possibleValues(cells, hidden, sums)) {
          expect(values.has(cell.n)).toBe(true);
          expect(values.size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 400 },
    );
  });
});
