import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { findByWords, listBaseAmounts, listServices } from '../catalogue.ts';
import { priceOn } from '../price.ts';
import { CATEGORIES, SECTORS, type Sector, type Service, serviceSchema } from '../service.ts';

/** What a person may narrow the search by. */
export const searchInput = z.object({
  words: z.string().max(200).optional(),
  sector: z.enum(SECTORS).optional(),
  category: z.enum(CATEGORIES).optional(),
  lifeEvent: z.string().max(50).optional(),
  provider: z.string().max(100).optional(),
  on: z.iso.date().optional(),
  skip: z.coerce.number().int().min(0).max(10_000).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

export const searchOutput = z.object({
  total: z.number(),
  /** How many fit all but the sector. */
  sectors: z.record(z.enum(SECTORS), z.number()),
  /** The words looked for where they differ from those written. */
  readAs: z.string().nullable(),
  /** `price`: hryvnias of the date asked for, `'0.00'` where free, null where not known. */
  services: z.array(serviceSchema.extend({ price: z.string().nullable() })),
});
export type SearchInput = z.output<typeof searchInput>;
export type SearchOutput = z.output<typeof searchOutput>;

export const searchServicesQuery = defineQuery({
  name: 'service-catalogue.search-services',
  title: { uk: 'Знайти послугу за своїми словами', en: 'Find a service by everyday words' },
  input: searchInput,
  output: searchOutput,
  may: ['resident'],
  run: ({ tx, now }, input) => findServices(tx, input, input.on ?? kyivDate(now)),
});

/** The services that fit, with their price on the date. */
export async function findServices(tx: Transaction, input: SearchInput, on: string): Promise<SearchOutput> {
  const words = input.words?.trim() ?? '';
  const { services: found, readAs } =
    words === '' ? { services: await listServices(tx, on), readAs: null } : await findByWords(tx, words, on);
  const ofAllSectors = found.filter((service) => fits(service, input));
  const kept = ofAllSectors.filter(({ sector }) => input.sector === undefined || sector === input.sector);
  const amounts = await listBaseAmounts(tx);
  return {
    total: kept.length,
    sectors: countSectors(ofAllSectors),
    readAs,
    services: kept
      .slice(input.skip, input.skip + input.limit)
      .map((service) => ({ ...service, price: priceOn(service.fee, amounts, on)?.amount ?? null })),
  };
}

function fits(service: Service, { category, lifeEvent, provider }: SearchInput): boolean {
  return (
    (category === undefined || service.category === category) &&
    (lifeEvent === undefined || service.lifeEvents.includes(lifeEvent)) &&
    (provider === undefined || service.providers.some((one) => one.code === provider))
  );
}

function countSectors(services: readonly Service[]): Record<Sector, number> {
  const counts = { registration: 0, social: 0, administrative: 0 };
  for (const { sector } of services) counts[sector] += 1;
  return counts;
}
