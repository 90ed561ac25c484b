import type { Report } from '../../kernel/figures/report/report.ts';
import type { Teller } from '../../kernel/figures/report/tell-report.ts';

export function yearOf({ period }: Report): number {
  return Number(period.from.slice(0, 4));
}

export function title(report: Report, { t }: Teller): string {
  return t('centre-report:title', { year: yearOf(report) });
}
