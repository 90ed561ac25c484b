import type { Sector } from '../service-catalogue/index.ts';

export type { Sector };

/** The three colour sectors of the hall: orange, green, blue (SYSTEMS A2). */
export const SECTORS = ['registration', 'social', 'administrative'] as const satisfies readonly Sector[];

/** The letter on tickets and boards. */
export const SECTOR_LETTERS = {
  registration: 'Р',
  social: 'С',
  administrative: 'А',
} as const satisfies Record<Sector, string>;
