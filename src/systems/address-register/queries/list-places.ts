import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { listDistricts, listSettlements } from '../street-store.ts';

const place = z.object({ code: z.string(), name: z.string() });

export const listPlaces = defineQuery({
  name: 'address-register.list-places',
  title: { uk: 'Населені пункти й райони', en: 'Settlements and districts' },
  may: ['resident'],
  input: z.object({}),
  output: z.object({ settlements: z.array(place), districts: z.array(place) }),
  async run({ tx }) {
    const [settlements, districts] = [await listSettlements(tx), await listDistricts(tx)];
    return { settlements: [...settlements], districts: [...districts] };
  },
});
