import type { Figure } from '../figure.ts';
import { growthOf } from '../ask-figure.ts';
import type { Cell } from '../read-figure.ts';
import { tellCell, tellCode, tellGrowth } from '../tell-figure.ts';
import { formatNumber } from '../../i18n/format-number.ts';
import type { Locale, Translate } from '../../i18n/translate.ts';
import type { ReportBlock, ReportLine, ReportPart } from './report.ts';
import { NOT_ITEMISED } from './arrangement.ts';

/** How the report's numbers and names are told; one for page, print, sheet and PDF. */
export interface Teller {
  readonly t: Translate;
  readonly locale: Locale;
}

export function tellLineName({ now }: ReportLine, by: string, { t, locale }: Teller): string {
  if (now.by[by] === NOT_ITEMISED || (now.by[by] === '' && by !== 'month'))
    return t('figures:report.notItemised');
  return tellCode(now, by, locale, t);
}

export function tellValueOf(figure: Figure, cell: Cell | undefined, { t, locale }: Teller): string {
  return cell === undefined ? '–' : tellCell(figure, cell, locale, t);
}

/** Growth in per cent on the year before; the difference itself against the year's start. */
export function tellChange(
  { figure, compare }: ReportBlock,
  { now, before }: ReportLine,
  { locale }: Teller,
): string {
  if (compare === 'year-before') return tellGrowth(figure, growthOf(figure, now, before), locale);
  if (now.value === null || before?.value === null) return '–';
  const change = now.value - (before?.value ?? 0);
  return `${change > 0 ? '+' : change < 0 ? '−' : ''}${formatNumber(Math.abs(change), locale)}`;
}

/** Names of the two columns: «2020», «2019» or «на 31 грудня 2020», «на 1 січня 2020». */
export function columnNames(
  { compare, period }: ReportBlock,
  { t }: Teller,
): { readonly now: string; readonly before: string } {
  const year = Number(period.to.slice(0, 4));
  return compare === 'year-before'
    ? { now: `${year}`, before: `${year - 1}` }
    : { now: t('figures:report.atEnd', { year }), before: t('figures:report.atStart', { year }) };
}

export function changeName({ compare }: ReportBlock, { t }: Teller): string {
  return t(compare === 'year-before' ? 'figures:report.growth' : 'figures:report.difference');
}

/** «2.1. За секторами» of the second block's first part. */
export function partTitle(part: ReportPart, { system }: ReportBlock, { t }: Teller): string {
  return t(`${system}:parts.${part.plan.by}`);
}

export function blockTitle({ system, name }: ReportBlock, { t }: Teller): string {
  return t(`${system}:blocks.${name}`);
}
