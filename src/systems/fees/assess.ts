import type { BaseAmount, ServiceFee } from '../service-catalogue/index.ts';
import { afterWaiver, type Money, shareOf } from './money.ts';
import { isInScope, narrowest } from './scope.ts';

export interface Account {
  readonly id: string;
  readonly scope: string;
  readonly recipient: string;
  readonly edrpou: string;
  readonly iban: string;
  readonly budgetCode: string | null;
}

export interface Variant {
  readonly scope: string;
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly basisPoints: number;
  readonly article: string;
}

export interface Waiver {
  readonly scope: string;
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly percent: number;
  readonly article: string;
}

/** What holds on one day. */
export interface FeeRules {
  readonly accounts: readonly Account[];
  readonly variants: readonly Variant[];
  readonly waivers: readonly Waiver[];
  /** Subsistence minimums, of all years. */
  readonly bases: readonly BaseAmount[];
}

/** A way in which a service may be charged, before a waiver. */
export interface Tariff {
  /** Null: the card's own fee, the only one. */
  readonly variant: Variant | null;
  readonly basisPoints: number | null;
  readonly base: BaseAmount | null;
  readonly amount: Money;
  readonly article: string;
}

const LAW = 'Закон 5203-VI, ст. 11';

/** All tariffs of a service on a day, the cheapest first; none where it is free or the base is not known. */
export function tariffsOf(
  service: { readonly code: string; readonly fee: ServiceFee | null },
  rules: FeeRules,
  on: string,
): readonly Tariff[] {
  if (service.fee === null) return [];
  const variants = narrowest(rules.variants, service.code);
  if (service.fee.kind === 'fixed') {
    return [{ variant: null, basisPoints: null, base: null, amount: service.fee.amount, article: LAW }];
  }
  const base = baseOn(rules.bases, service.fee.base, on);
  if (base === undefined) return [];
  const tariff = (variant: Variant | null, basisPoints: number): Tariff => ({
    variant,
    basisPoints,
    base,
    amount: shareOf(base.amount, basisPoints),
    article: variant?.article ?? LAW,
  });
  if (variants.length === 0) return [tariff(null, Math.round(service.fee.percent * 100))];
  return variants
    .toSorted((a, b) => a.basisPoints - b.basisPoints)
    .map((variant) => tariff(variant, variant.basisPoints));
}

/** The amount of 1 January holds all year. */
function baseOn(bases: readonly BaseAmount[], name: string, on: string): BaseAmount | undefined {
  return bases
    .filter(({ base, validFrom }) => base === name && validFrom <= on)
    .reduce<BaseAmount | undefined>(
      (best, one) => (best === undefined || one.validFrom > best.validFrom ? one : best),
      undefined,
    );
}

/** Waivers of every scope that a service is in: a person may have any of them. */
export function waiversOf(serviceCode: string, rules: FeeRules): readonly Waiver[] {
  return rules.waivers.filter(({ scope }) => isInScope(scope, serviceCode));
}

export function accountOf(serviceCode: string, rules: FeeRules): Account | undefined {
  return narrowest(rules.accounts, serviceCode)[0];
}

export function dueAmount(tariff: Tariff, waiver: Waiver | null): Money {
  return waiver === null ? tariff.amount : afterWaiver(tariff.amount, waiver.percent);
}
