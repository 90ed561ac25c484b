import type { Figure, Period } from '../figure.ts';
import type { Cell } from '../read-figure.ts';
import type { Comparison, PlannedPart } from './arrangement.ts';

/** A line of a table: the cell now, and what it is compared with. */
export interface ReportLine {
  readonly now: Cell;
  readonly before: Cell | undefined;
}

export interface ReportPart {
  readonly plan: PlannedPart;
  readonly withheld: boolean;
  readonly lines: readonly ReportLine[];
}

export interface ReportBlock {
  readonly system: string;
  readonly name: string;
  readonly figure: Figure;
  readonly compare: Comparison;
  readonly period: Period;
  readonly total: ReportLine;
  readonly parts: readonly ReportPart[];
}

/** A period's report, counted at one moment. */
export interface Report {
  readonly system: string;
  readonly period: Period;
  readonly countedAt: Date;
  readonly blocks: readonly ReportBlock[];
}

/** `applications.registered?sector=social`: names a cell of a year's report for good. */
export function cellKey(figure: Figure, cell: Cell): string {
  const by = Object.entries(cell.by).map(([name, code]) => `${name}=${code}`);
  return by.length === 0 ? figure.id : `${figure.id}?${by.join('&')}`;
}

/** All values of a report by the keys of their cells, as a publication keeps them. */
export function reportValues(report: Report): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    report.blocks.flatMap(({ figure, total, parts }) =>
      [total, ...parts.flatMap(({ lines }) => lines)].map(
        ({ now }) => [cellKey(figure, now), now.value] as const,
      ),
    ),
  );
}

/** The lines of a part in the order of the plan: named codes first, then by size, sums apart last. */
export function orderLines(lines: readonly ReportLine[], plan: PlannedPart): readonly ReportLine[] {
  const codeOf = ({ now }: ReportLine): string => now.by[plan.by] ?? '';
  const rankOf = (line: ReportLine): number => {
    const code = codeOf(line);
    const late = plan.last?.indexOf(code) ?? -1;
    if (late >= 0) return 2_000 + late;
    const early = plan.order?.indexOf(code) ?? -1;
    return early >= 0 ? early : 1_000;
  };
  return lines.toSorted((left, right) => {
    if (plan.by === 'month') return codeOf(left) < codeOf(right) ? -1 : 1;
    return (
      rankOf(left) - rankOf(right) || sizeOf(right) - sizeOf(left) || (codeOf(left) < codeOf(right) ? -1 : 1)
    );
  });
}

/** Hidden cells are small or pass for small; they stand after what is shown. */
function sizeOf({ now }: ReportLine): number {
  return now.value ?? -1;
}
