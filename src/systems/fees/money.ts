import type { Locale } from '../../kernel/i18n/translate.ts';

/**
 * Money as SQL's numeric gives it and takes it: hryvnias with two digits after the point, `'49.92'`.
 * Arithmetic is done in whole kopiykas, so that no binary fraction moves the last digit.
 */
export type Money = string;

const MONEY = /^(\d{1,12})\.(\d{2})$/;
/** Narrow no-break space: the thin space between thousands that never ends a line. */
const THIN = '\u202F';

/** @throws RangeError for what is no money. */
export function toKopiykas(money: Money): bigint {
  const [, hryvnias, kopiykas] = MONEY.exec(money) ?? [];
  if (hryvnias === undefined || kopiykas === undefined) throw new RangeError(`not money: ${money}`);
  return BigInt(hryvnias) * 100n + BigInt(kopiykas);
}

/** @throws RangeError for less than nothing. */
export function fromKopiykas(kopiykas: bigint): Money {
  if (kopiykas < 0n) throw new RangeError(`less than nothing: ${kopiykas}`);
  return `${kopiykas / 100n}.${`${kopiykas % 100n}`.padStart(2, '0')}`;
}

/** A share in hundredths of a per cent (150 = 1,5 %), half a kopiyka upwards. */
export function shareOf(money: Money, basisPoints: number): Money {
  return fromKopiykas((toKopiykas(money) * BigInt(basisPoints) + 5_000n) / 10_000n);
}

/** What is left to pay when so many whole per cent are forgiven. */
export function afterWaiver(money: Money, percent: number): Money {
  return shareOf(money, (100 - percent) * 100);
}

/** `a - b`, nothing where b is more. */
export function lessBy(a: Money, b: Money): Money {
  const left = toKopiykas(a) - toKopiykas(b);
  return left > 0n ? fromKopiykas(left) : '0.00';
}

/**
 * An amount as a bank or a person writes it: «1 234,50», `1234.5`, `-49,92`, `1'234.50`. Null for what
 * is none, and for what could be read in two ways (`1,234`).
 */
export function parseAmount(text: string): { readonly money: Money; readonly negative: boolean } | null {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/(?:грн|uah|₴)\.?$/i, '');
  const [, sign, whole, fraction = ''] = /^([-−+]?)(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  if (whole === undefined) return null;
  return { money: `${BigInt(whole)}.${fraction.padEnd(2, '0')}`, negative: sign === '-' || sign === '−' };
}

/** «1 234,50 грн», without passing through a binary fraction. */
export function formatMoneyText(money: Money, locale: Locale): string {
  const [, whole = '0', fraction = '00'] = MONEY.exec(money) ?? [];
  const groups = (separator: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return locale === 'uk' ? `${groups(THIN)},${fraction} грн` : `UAH ${groups(',')}.${fraction}`;
}

/** «1,5 %» of hundredths of a per cent. */
export function formatPercent(basisPoints: number, locale: Locale): string {
  const text = `${Math.floor(basisPoints / 100)}.${`${basisPoints % 100}`.padStart(2, '0')}`;
  const percent = text.replace(/\.?0+$/, '');
  return locale === 'uk' ? `${percent.replace('.', ',')} %` : `${percent}%`;
}
