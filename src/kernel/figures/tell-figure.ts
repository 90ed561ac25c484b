import type { Title } from '../actions/define.ts';
import { formatDate } from '../calendar/kyiv-time.ts';
import { formatNumber } from '../i18n/format-number.ts';
import type { Locale, Translate } from '../i18n/translate.ts';
import type { Figure } from './figure.ts';
import type { Choice } from './figure-sql.ts';
import type { Cell } from './read-figure.ts';

const MONTH_TITLE: Title = { uk: 'Місяць', en: 'Month' };

/** «98,2 %», «131 511», «4,5»: the value alone, without its unit. */
export function tellValue(figure: Figure, value: number | null, locale: Locale): string {
  if (value === null) return '–';
  const digits = 'digits' in figure.measure ? figure.measure.digits : Number.isInteger(value) ? 0 : 2;
  const text = formatNumber(value, locale, digits);
  if (figure.measure.kind !== 'share') return text;
  return locale === 'uk' ? `${text} %` : `${text}%`;
}

/** The value, or the word for "hidden". */
export function tellCell(figure: Figure, cell: Cell, locale: Locale, t: Translate): string {
  return cell.suppressed ? t('figures:hidden') : tellValue(figure, cell.value, locale);
}

/** «вибірка: 3 240; з певністю 95 % – від 97,9 до 98,5 %», of a balance in points. */
export function tellSample(figure: Figure, cell: Cell, locale: Locale, t: Translate): string | null {
  if (cell.sample === null) return null;
  const digits = 'digits' in figure.measure ? figure.measure.digits : 0;
  const sample = formatNumber(cell.sample, locale);
  if (cell.interval === null) return t('figures:sample', { sample });
  const [low, high] = cell.interval.map((end) => formatNumber(end, locale, digits));
  const key = figure.measure.kind === 'balance' ? 'figures:intervalPoints' : 'figures:interval';
  return t(key, { sample, low: low ?? '', high: high ?? '' });
}

/** «+12,4 %», «−3,0 %»; of a share «+0,4 в. п.». */
export function tellGrowth(figure: Figure, growth: number | null, locale: Locale): string {
  if (growth === null) return '–';
  const sign = growth > 0 ? '+' : growth < 0 ? '−' : '';
  const text = `${sign}${formatNumber(Math.abs(growth), locale, 1)}`;
  if (figure.measure.kind === 'share') return locale === 'uk' ? `${text} в. п.` : `${text} pp`;
  if (figure.measure.kind === 'balance') return locale === 'uk' ? `${text} п.` : `${text} pts`;
  return locale === 'uk' ? `${text} %` : `${text}%`;
}

export function dimensionTitle(figure: Figure, name: string, locale: Locale): string {
  const title = figure.dimensions.find((dimension) => dimension.name === name)?.title ?? MONTH_TITLE;
  return (name === 'month' ? MONTH_TITLE : title)[locale];
}

/** What one code of a cell is called. */
export function tellCode(cell: Cell, name: string, locale: Locale, t: Translate): string {
  const code = cell.by[name] ?? '';
  if (code === '') return t('figures:notStated');
  if (name === 'month') return tellMonth(code, locale);
  return cell.labels[name]?.[locale] ?? code;
}

export function tellCellName(cell: Cell, names: readonly string[], locale: Locale, t: Translate): string {
  return names.map((name) => tellCode(cell, name, locale, t)).join(' · ');
}

const monthFormats = {
  uk: new Intl.DateTimeFormat('uk', { month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }),
} as const;

/** «березень 2020» of `2020-03`. */
export function tellMonth(month: string, locale: Locale): string {
  const [year, number] = month.split('-').map(Number);
  return `${monthName(number ?? 1, locale)} ${year ?? ''}`;
}

/** «березень»; `short` = «бер». */
export function monthName(month: number, locale: Locale, short = false): string {
  const name = monthFormats[locale].format(Date.UTC(2020, month - 1, 1));
  return short ? name.slice(0, 3) : name;
}

/** «за 2020 рік» or «з 1 березня 2020 до 5 квітня 2020». */
export function tellPeriod(
  figure: Pick<Figure, 'period'>,
  from: string,
  to: string,
  locale: Locale,
  t: Translate,
): string {
  if (figure.period === 'at-end') return t('figures:onDay', { day: formatDate(to, locale) });
  if (from === `${from.slice(0, 4)}-01-01` && to === `${from.slice(0, 4)}-12-31`) {
    return t('figures:inYear', { year: from.slice(0, 4) });
  }
  return t('figures:fromTo', { from: formatDate(from, locale), to: formatDate(to, locale) });
}

/** What was chosen: «Сектор: Реєстраційний». Codes are told where no label is known. */
export function tellChoice(figure: Figure, total: Cell, where: Choice, locale: Locale, t: Translate): string {
  const named = { ...total, by: where };
  return Object.keys(where)
    .map((name) => `${dimensionTitle(figure, name, locale)}: ${tellCode(named, name, locale, t)}`)
    .join('; ');
}
