import { formatMoney, formatShare } from '../../kernel/i18n/format-number.ts';
import type { Locale, Translate } from '../../kernel/i18n/translate.ts';
import type { Price } from './price.ts';
import type { ServiceFee, ServiceTerm } from './service.ts';

/** «5 робочих днів». */
export function termWords({ value, unit }: ServiceTerm, t: Translate): string {
  return value === 0
    ? t('service-catalogue:term.atOnce')
    : t(`service-catalogue:term.${unit}`, { count: value });
}

/** «49,92 грн», «безкоштовно», or the percentage where the year's base is not known. */
export function priceWords(
  fee: ServiceFee | null,
  amount: string | null,
  t: Translate,
  locale: Locale,
): string {
  if (fee === null) return t('service-catalogue:price.free');
  if (amount !== null) return formatMoney(Number(amount), locale);
  return fee.kind === 'share'
    ? t('service-catalogue:price.share', { percent: percentWords(fee, locale) })
    : fee.amount;
}

/** How the sum was counted; undefined where it is no percentage. */
export function baseWords(
  fee: ServiceFee | null,
  price: Price | null,
  t: Translate,
  locale: Locale,
): string | undefined {
  if (fee?.kind !== 'share' || !price?.base) return undefined;
  return t('service-catalogue:price.base', {
    percent: percentWords(fee, locale),
    amount: formatMoney(Number(price.base.amount), locale),
    from: price.base.validFrom,
  });
}

function percentWords({ percent }: Extract<ServiceFee, { kind: 'share' }>, locale: Locale): string {
  const digits = Number.isInteger(percent) ? 0 : Number.isInteger(percent * 10) ? 1 : 2;
  return formatShare(percent / 100, locale, digits);
}
