import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { findHouseIds } from '../../address-register/index.ts';

export const findHouse = defineQuery({
  name: 'hotline.find-house',
  title: { uk: 'Знайти будинок за словами', en: 'Find a house by words' },
  may: ['resident', 'integrator', 'operator'],
  input: z.object({ place: personal(z.string().trim().max(300)).default('') }),
  /** Null where the words mean no house, or more than one. */
  output: z.object({ houseId: z.uuid().nullable() }),
  async run({ tx }, { place }) {
    const ids = place.length < 3 || !/\d/.test(place) ? [] : await findHouseIds(tx, place, 2);
    const [houseId = null] = ids;
    return { houseId: ids.length === 1 ? houseId : null };
  },
});
