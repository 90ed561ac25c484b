import type { ServiceFee } from './service.ts';

/** What a percentage is counted from; holds from its date to the next one's. */
export interface BaseAmount {
  readonly base: string;
  readonly validFrom: string;
  /** Hryvnias, two digits after the point: `'3328.00'`. */
  readonly amount: string;
}

export interface Price {
  /** Hryvnias, two digits after the point; `'0.00'` where the service is free. */
  readonly amount: string;
  /** The amount the percentage was counted from; null where it is not a percentage. */
  readonly base: BaseAmount | null;
}

/** What a service costs on a date; null where the base of that date is not known. */
export function priceOn(fee: ServiceFee | null, amounts: readonly BaseAmount[], on: string): Price | null {
  if (fee === null) return { amount: '0.00', base: null };
  if (fee.kind === 'fixed') return { amount: fee.amount, base: null };
  const base = amounts
    .filter((one) => one.base === fee.base && one.validFrom <= on)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  if (base === undefined) return null;
  return { amount: shareOf(base.amount, fee.percent), base };
}

/** Counted in kopiykas and hundredths of a per cent, so that no binary fraction moves the last digit. */
function shareOf(amount: string, percent: number): string {
  const kopiykas = Math.round(Number(amount) * 100);
  const share = Math.round((kopiykas * Math.round(percent * 100)) / 10_000);
  return (share / 100).toFixed(2);
}
