import type { Service } from '../service-catalogue/index.ts';

export type ServiceTerm = Service['term'];

/**
 * Calendar days that a term takes at most in an ordinary week: for comparing terms of different
 * units. Dates are never counted by it: those come from the kernel's clock.
 */
export function roughDays({ value, unit }: Pick<ServiceTerm, 'value' | 'unit'>): number {
  switch (unit) {
    case 'hours':
      return Math.ceil(value / 24);
    case 'calendar-days':
      return value;
    case 'working-days':
      return value + 2 * Math.ceil(value / 5);
    case 'months':
      return value * 31;
  }
}
