import { type Finding, isMet } from './finding.ts';

const FORMAT = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** A record, not a verdict: machines differ, so the ratio says more than the figure. */
export function tableOf(findings: readonly Finding[], former: readonly Finding[]): string {
  const rows = findings.map((finding) => {
    const before = former.find(({ item }) => item === finding.item);
    return [
      finding.item,
      `${FORMAT.format(finding.figure)} ${finding.unit}`,
      finding.limit === undefined ? '' : FORMAT.format(finding.limit),
      finding.ratio === undefined ? '' : finding.ratio.toFixed(2),
      wantedOf(finding),
      finding.wanted === undefined ? '' : isMet(finding) ? 'met' : 'MISSED',
      before === undefined ? '' : FORMAT.format(before.ratio ?? before.figure),
    ];
  });
  const all = [['item', 'figure', 'limit', 'ratio', 'wanted', '', 'before'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function wantedOf({ wanted }: Finding): string {
  if (wanted === undefined) return '';
  return 'least' in wanted ? `≥ ${FORMAT.format(wanted.least)}` : `≤ ${FORMAT.format(wanted.most)}`;
}
