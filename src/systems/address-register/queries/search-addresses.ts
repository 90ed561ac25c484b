import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { searchAddresses } from '../address-store.ts';

const found = z.object({
  id: z.uuid().nullable(),
  streetId: z.uuid(),
  line: z.string(),
  formerly: z.string().nullable(),
  district: z.string().nullable(),
  flatsTo: z.int().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
});

export const searchAddressesQuery = defineQuery({
  name: 'address-register.search-addresses',
  title: { uk: 'Пошук адреси', en: 'Search addresses' },
  may: ['resident'],
  input: z.object({
    words: z.string().trim().max(200).default(''),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  output: z.object({ addresses: z.array(found) }),
  async run({ tx }, { words, limit }) {
    return { addresses: [...(await searchAddresses(tx, words, limit))] };
  },
});
