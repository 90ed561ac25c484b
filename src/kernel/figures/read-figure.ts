import type { Title } from '../actions/define.ts';
import { Refusal } from '../actions/refusal.ts';
import type { Transaction } from '../database/database.ts';
import type { Figure, Period } from './figure.ts';
import { type Choice, showStatement, splitsOf } from './figure-sql.ts';
import { publishCells } from './publish-cells.ts';
import { readCells } from './read-cells.ts';
import { wholeMonths } from './period.ts';

/** What is asked of a figure. */
export interface Question extends Period {
  /** At most two dimensions; the breakdown's cells then have both, the margins one. */
  readonly by?: readonly string[];
  readonly where?: Choice;
}

/** A cell as anyone may see it. */
export interface Cell {
  readonly by: Choice;
  readonly labels: Readonly<Record<string, Title>>;
  /** Null where hidden, or where there is nothing to take a mean of. */
  readonly value: number | null;
  readonly suppressed: boolean;
  /** Facts behind a share, a mean or a median. */
  readonly sample: number | null;
  /** 95 % interval of a share, in per cent, or of a balance, in points. */
  readonly interval: readonly [number, number] | null;
  /** Whether a replay had to invent something of the facts behind it. */
  readonly synthetic: 'none' | 'some' | 'all';
}

export interface Reading {
  readonly figure: Figure;
  /** The period that was counted: widened to whole months where a day would name a person. */
  readonly from: string;
  readonly to: string;
  readonly where: Choice;
  readonly total: Cell;
  readonly breakdown: readonly Cell[];
  /** With two dimensions: the sums by each of them. */
  readonly margins: readonly Cell[];
  /** True where no part of the breakdown can be shown without naming a person. */
  readonly withheld: boolean;
  readonly sql: string;
}

/** Reads value and breakdown in one statement; throws `Refusal` on a question the figure has no answer to. */
export async function readFigure(tx: Transaction, figure: Figure, question: Question): Promise<Reading> {
  const by = question.by ?? [];
  const where = question.where ?? {};
  checkQuestion(figure, by, where);
  const period = countedPeriod(figure, question);
  const guarded = figure.suppressBelow > 0;
  // A chosen cell is looked up in its whole table, so that it is hidden exactly where the table hides it.
  const dimensions = guarded ? [...new Set([...Object.keys(where), ...by])] : by;
  const sets = subsets(dimensions);
  const { statement, cells } = await readCells(tx, figure, period, guarded ? {} : where, sets);
  const published = publishCells(figure, cells, sets);
  const chosen = Object.keys(guarded ? where : {});
  const isWithheld = (set: readonly string[]): boolean =>
    published.withheld.some((one) => sameNames(one, set));
  const ofSet = (set: readonly string[]): Cell[] => {
    const names = [...new Set([...chosen, ...set])];
    return published.cells.filter(
      (cell) => sameNames(Object.keys(cell.by), names) && (!guarded || matches(cell.by, where)),
    );
  };
  return {
    figure,
    ...period,
    where,
    total: ofSet([])[0] ?? emptyCell(figure, where, isWithheld(chosen)),
    breakdown: by.length === 0 ? [] : sortCells(ofSet(by)),
    margins: by.length < 2 ? [] : by.flatMap((name) => sortCells(ofSet([name]))),
    withheld: isWithheld(dimensions),
    sql: showStatement(statement),
  };
}

/** Figures with suppression count whole months where the question looks at a fine dimension. */
export function countedPeriod(figure: Figure, question: Question): Period {
  const period = { from: question.from, to: question.to };
  if (figure.suppressBelow === 0 || figure.period === 'at-end') return period;
  const asked = new Set([...(question.by ?? []), ...Object.keys(question.where ?? {})]);
  const fine = figure.dimensions.some((dimension) => dimension.fine === true && asked.has(dimension.name));
  return fine ? wholeMonths(period) : period;
}

function checkQuestion(figure: Figure, by: readonly string[], where: Choice): void {
  const known = new Set(splitsOf(figure).map(({ name }) => name));
  for (const name of [...by, ...Object.keys(where)]) {
    if (!known.has(name)) {
      throw new Refusal('figures:refusals.noSuchDimension', { figure: figure.id, dimension: name }, 422);
    }
  }
  const asked = new Set([...by, ...Object.keys(where)]);
  if (new Set(by).size !== by.length || by.length > 2 || (figure.suppressBelow > 0 && asked.size > 2)) {
    throw new Refusal('figures:refusals.tooManyDimensions', { figure: figure.id }, 422);
  }
}

/** All subsets, the total first. */
function subsets(names: readonly string[]): string[][] {
  return names.reduce<string[][]>((all, name) => [...all, ...all.map((set) => [...set, name])], [[]]);
}

function matches(by: Choice, where: Choice): boolean {
  return Object.entries(where).every(([name, code]) => by[name] === code);
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name) => right.includes(name));
}

/** Nothing was counted, or all of its table is withheld. */
function emptyCell(figure: Figure, where: Choice, suppressed: boolean): Cell {
  const adds = figure.measure.kind === 'count' || figure.measure.kind === 'sum';
  return {
    by: where,
    labels: {},
    value: adds && !suppressed ? 0 : null,
    suppressed,
    sample: adds || suppressed ? null : 0,
    interval: null,
    synthetic: 'none',
  };
}

/** Time in its order, everything else by size. */
function sortCells(cells: readonly Cell[]): readonly Cell[] {
  return [...cells].sort((left, right) => {
    const leftMonth = left.by['month'] ?? '';
    const rightMonth = right.by['month'] ?? '';
    if (leftMonth !== rightMonth) return leftMonth < rightMonth ? -1 : 1;
    return (right.value ?? 0) - (left.value ?? 0);
  });
}
