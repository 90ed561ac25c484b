import { formatNumber } from '../../kernel/i18n/format-number.ts';
import type { Locale, Translate } from '../../kernel/i18n/translate.ts';

const UNITS = ['megabytes', 'gigabytes', 'terabytes'] as const;

/** «1,4 ГБ»; less than a tenth of a megabyte is told as such. */
export function bytesWords(bytes: number, t: Translate, locale: Locale): string {
  let value = bytes / 1_000_000;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const shown = formatNumber(Math.max(value, bytes > 0 ? 0.1 : 0), locale, 1);
  return t(`operations:bytes.${UNITS[unit] ?? 'megabytes'}`, { shown });
}
