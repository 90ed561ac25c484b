import { describe, expect, it } from 'vitest';
import seeded from './seed/base-amounts.json' with { type: 'json' };
import { priceOn } from './price.ts';
import type { ServiceFee } from './service.ts';

const share = (percent: number): ServiceFee => ({
  kind: 'share',
  percent,
  base: 'subsistence-minimum-able-bodied',
  note: '',
});

describe('the price of a service', () => {
  // Residence registration in 2026: 49.92 in time, 83.20 late (RULEBOOK §1.4).
  it.each([
    [1.5, '2026-03-01', '49.92'],
    [2.5, '2026-03-01', '83.20'],
    [1.5, '2020-09-19', '31.53'],
    [1.5, '2020-12-31', '31.53'],
    [1.5, '2021-01-01', '34.05'],
    [0.01, '2024-06-01', '0.30'],
  ])('counts %d %% on %s as %s', (percent, on, amount) => {
    expect(priceOn(share(percent), seeded, on)?.amount).toBe(amount);
  });

  it('names the amount it was counted from', () => {
    expect(priceOn(share(1.5), seeded, '2025-05-05')?.base?.validFrom).toBe('2025-01-01');
  });

  it('is zero where the service is free, and the fixed sum where it is fixed', () => {
    expect(priceOn(null, seeded, '2026-01-01')).toEqual({ amount: '0.00', base: null });
    expect(priceOn({ kind: 'fixed', amount: '600.00', note: '' }, [], '2026-01-01')?.amount).toBe('600.00');
  });

  it('is not guessed for a year whose base is not known', () => {
    expect(priceOn(share(1.5), seeded, '2019-12-31')).toBeNull();
  });
});
