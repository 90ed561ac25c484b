import type { Figure } from '../../kernel/figures/figure.ts';
import type { Cell } from '../../kernel/figures/read-figure.ts';
import type { Publication } from './publication-store.ts';
import { cellKey, type Report, reportValues } from '../../kernel/figures/report/report.ts';

/** What a cell was published with, where it is counted otherwise now; undefined where it stands. */
export function findCorrection(
  figure: Figure,
  cell: Cell,
  publication: Publication | undefined,
): { readonly published: number | null } | undefined {
  if (publication === undefined) return undefined;
  const published = publication.cell_values[cellKey(figure, cell)] ?? null;
  return published === cell.value ? undefined : { published };
}

/** How many cells are counted otherwise now than they were published, or are no longer there. */
export function countCorrections(report: Report, { cell_values: published }: Publication): number {
  const now = reportValues(report);
  return [...new Set([...Object.keys(now), ...Object.keys(published)])].filter(
    (key) => (now[key] ?? null) !== (published[key] ?? null),
  ).length;
}
