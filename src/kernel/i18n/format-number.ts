import type { Locale } from './translate.ts';

/** Narrow no-break space: the thin space between thousands that never ends a line. */
const THIN = '\u202F';

const TAGS: Readonly<Record<Locale, string>> = { uk: 'uk-UA', en: 'en-GB' };

const formats = new Map<string, Intl.NumberFormat>();

/** «131 511», «98,2»; `digits` is how many stand after the comma. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  const key = `${locale}${digits}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(TAGS[locale], {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      // Ukrainian otherwise leaves four digits together, and a column of numbers would not line up.
      useGrouping: 'always',
    });
    formats.set(key, format);
  }
  const text = format.format(value);
  return locale === 'uk' ? text.replace(/\s/gu, THIN) : text;
}

/** «1 234,50 грн»; `value` in hryvnias. */
export function formatMoney(value: number, locale: Locale): string {
  return locale === 'uk' ? `${formatNumber(value, locale, 2)} грн` : `UAH ${formatNumber(value, locale, 2)}`;
}

/** «98,2 %»; `share` from 0 to 1. */
export function formatShare(share: number, locale: Locale, digits = 1): string {
  const text = formatNumber(share * 100, locale, digits);
  return locale === 'uk' ? `${text} %` : `${text}%`;
}
