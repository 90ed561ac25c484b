import type { Figure } from '../figure.ts';
import type { Cell } from '../read-figure.ts';
import { cellKey, type Report, reportValues } from './report.ts';

/** What a report was published with, by the keys of its cells; null where the cell was hidden. */
export type PublishedValues = Readonly<Record<string, number | null>>;

/** What a cell was published with, where it is counted otherwise now; undefined where it stands. */
export function findCorrection(
  figure: Figure,
  cell: Cell,
  values: PublishedValues,
): { readonly published: number | null } | undefined {
  const published = values[cellKey(figure, cell)] ?? null;
  return published === cell.value ? undefined : { published };
}

/** How many cells are counted otherwise now than they were published, or are no longer there. */
export function countCorrections(report: Report, published: PublishedValues): number {
  const now = reportValues(report);
  return [...new Set([...Object.keys(now), ...Object.keys(published)])].filter(
    (key) => (now[key] ?? null) !== (published[key] ?? null),
  ).length;
}
