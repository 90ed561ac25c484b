/**
 * Small-cell suppression. A cell that counts fewer than `below` is hidden, and with it as many
 * others (complementary suppression) as it takes that nobody can work a hidden cell out from the
 * total, the margins and the neighbours that stay in sight.
 */
export interface CountedCell {
  readonly row: string;
  readonly column: string;
  readonly n: number;
}

/** Codes of what stays hidden; null = the whole split is withheld, for no safe choice exists. */
export type Hidden = ReadonlySet<CountedCell> | null;

/** Equation "these cells make up this sum"; the sum itself may be hidden. */
interface Line {
  readonly cells: readonly CountedCell[];
  readonly sumHidden: boolean;
}

export function isSmall(n: number, below: number): boolean {
  return n > 0 && n < below;
}

/** Hides in one list of cells whose sum is known (or hidden). */
export function suppressList(cells: readonly CountedCell[], sumHidden: boolean, below: number): Hidden {
  const hidden = new Set(cells.filter(({ n }) => isSmall(n, below)));
  return settleLine({ cells, sumHidden }, hidden, below) === 'impossible' ? null : hidden;
}

/** The line of sums of a cross table: a row's margin is the cell (row, SUM), a column's (SUM, column). */
export const SUM = '\u0000sum';

/**
 * Hides in a cross table. `hiddenMargins` are the margins that the reader does not see.
 * Beside each row's and column's own sum, no chain of sums may pin a hidden cell down.
 */
export function suppressTable(
  cells: readonly CountedCell[],
  hiddenMargins: readonly CountedCell[],
  below: number,
): Hidden {
  const hidden = new Set(cells.filter(({ n }) => isSmall(n, below)));
  const rows = groupBy(cells, (cell) => cell.row);
  const columns = groupBy(cells, (cell) => cell.column);
  const hiddenRows = new Set(hiddenMargins.filter(({ column }) => column === SUM).map(({ row }) => row));
  const hiddenColumns = new Set(hiddenMargins.filter(({ row }) => row === SUM).map(({ column }) => column));
  const lines: Line[] = [
    ...[...rows].map(([row, list]) => ({ cells: list, sumHidden: hiddenRows.has(row) })),
    ...[...columns].map(([column, list]) => ({ cells: list, sumHidden: hiddenColumns.has(column) })),
  ];
  for (;;) {
    if (!settleLines(lines, hidden, below)) return null;
    const pinned = findPinned([...hidden], hiddenMargins);
    if (pinned === undefined) return hidden;
    const row = hideSmallest(rows.get(pinned.row) ?? [], hidden);
    const column = hideSmallest(columns.get(pinned.column) ?? [], hidden);
    if (!row && !column) return null;
  }
}

/** Until hiding in one line asks nothing more of another. */
function settleLines(lines: readonly Line[], hidden: Set<CountedCell>, below: number): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      const outcome = settleLine(line, hidden, below);
      if (outcome === 'impossible') return false;
      if (outcome === 'changed') changed = true;
    }
  }
  return true;
}

function settleLine(line: Line, hidden: Set<CountedCell>, below: number): 'safe' | 'changed' | 'impossible' {
  let outcome: 'safe' | 'changed' = 'safe';
  while (!isSafe(line, hidden, below)) {
    if (!hideSmallest(line.cells, hidden)) return 'impossible';
    outcome = 'changed';
  }
  return outcome;
}

/**
 * A reader knows that each hidden cell is at least 1 and, where the sum is shown, what they make up
 * together. Safe when each could be anything from 1 to at least `below`.
 */
function isSafe({ cells, sumHidden }: Line, hidden: ReadonlySet<CountedCell>, below: number): boolean {
  const inLine = cells.filter((cell) => hidden.has(cell));
  if (sumHidden) return cells.length === 0 || inLine.length > 0;
  if (inLine.length === 0) return true;
  const sum = inLine.reduce((total, { n }) => total + n, 0);
  return inLine.length > 1 && sum - inLine.length >= below - 1;
}

function hideSmallest(cells: readonly CountedCell[], hidden: Set<CountedCell>): boolean {
  let smallest: CountedCell | undefined;
  for (const cell of cells) {
    if (cell.n > 0 && !hidden.has(cell) && (smallest === undefined || cell.n < smallest.n)) smallest = cell;
  }
  if (smallest === undefined) return false;
  hidden.add(smallest);
  return true;
}

/** The first hidden cell whose value the rest determines, or none. */
function findPinned(
  hidden: readonly CountedCell[],
  hiddenMargins: readonly CountedCell[],
): CountedCell | undefined {
  const unknown = [...hidden, ...hiddenMargins];
  const byRow = groupBy(unknown, (cell) => cell.row);
  const byColumn = groupBy(unknown, (cell) => cell.column);
  return hidden.find((cell) => !mayGrow(cell, byRow, byColumn));
}

/**
 * Could this cell be one greater while every sum in sight stays? Walks column → lower another cell →
 * its row → raise another cell → its column … until it comes back to the row it set out from.
 * A margin counts against its line: to raise the line's cells is to raise the margin too.
 */
function mayGrow(
  start: CountedCell,
  byRow: ReadonlyMap<string, readonly CountedCell[]>,
  byColumn: ReadonlyMap<string, readonly CountedCell[]>,
): boolean {
  const seen = new Set([start.column]);
  const columns = [start.column];
  for (let column = columns.pop(); column !== undefined; column = columns.pop()) {
    for (const lowered of byColumn.get(column) ?? []) {
      if (lowered === start || !(isMargin(lowered) || lowered.n > 1)) continue;
      if (lowered.row === start.row) return true;
      for (const raised of byRow.get(lowered.row) ?? []) {
        if (raised === lowered || seen.has(raised.column) || (isMargin(raised) && raised.n < 2)) continue;
        seen.add(raised.column);
        columns.push(raised.column);
      }
    }
  }
  return false;
}

function isMargin({ row, column }: CountedCell): boolean {
  return row === SUM || column === SUM;
}

function groupBy(
  cells: readonly CountedCell[],
  keyOf: (cell: CountedCell) => string,
): ReadonlyMap<string, CountedCell[]> {
  const groups = new Map<string, CountedCell[]>();
  for (const cell of cells) {
    const list = groups.get(keyOf(cell));
    if (list === undefined) groups.set(keyOf(cell), [cell]);
    else list.push(cell);
  }
  return groups;
}
