import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition, OfferedService, ReplayCity } from './replay-city.ts';
import { SECTORS } from './year-file.ts';

const SEED = join(import.meta.dirname, '..', 'src', 'systems', 'service-catalogue', 'seed');

interface SeedBody {
  readonly code: string;
  readonly validFrom: string;
}

/** The demo city as a replay sees it, read from the seed and not from a server. */
export function seededCity(): ReplayCity {
  const services = read<(OfferedService & SeedBody)[]>('services.json');
  const bodies = read<SeedBody[]>('providers.json');
  const dates = new Set([...services, ...bodies].map(({ validFrom }) => validFrom));
  return {
    windows: Array.from({ length: 36 }, (_, index) => ({
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      number: index + 1,
      sectors: SECTORS.filter((_sector, place) => place === Math.floor(index / 12)),
    })),
    clerks: Array.from({ length: 80 }, (_, index) => `administrator-${index + 1}`),
    specialists: new Map(bodies.map(({ code }) => [code, [`specialist-${code}`, `specialist-${code}-2`]])),
    editions: [...dates].toSorted().map(
      (from): Edition => ({
        from,
        services: services.filter(({ validFrom }) => validFrom <= from),
        bodies: new Set(bodies.filter(({ validFrom }) => validFrom <= from).map(({ code }) => code)),
      }),
    ),
  };
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(SEED, name), 'utf8'));
}
