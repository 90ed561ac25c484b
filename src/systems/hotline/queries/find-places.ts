import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { findHouseIds, parseAddress, searchAddresses } from '../../address-register/index.ts';

const MOST = 8;

/** Which houses typed words may mean; one house alone needs no asking. */
export const findPlaces = defineQuery({
  name: 'hotline.find-places',
  title: { uk: 'Які будинки можуть означати слова', en: 'Which houses words may mean' },
  may: ['resident', 'integrator', 'operator'],
  input: z.object({ place: personal(z.string().trim().max(300)).default('') }),
  output: z.object({
    places: z.array(
      z.object({
        houseId: z.uuid(),
        line: z.string(),
        district: z.string().nullable(),
        lat: z.number().nullable(),
        lon: z.number().nullable(),
      }),
    ),
  }),
  async run({ tx }, { place }) {
    if (place.length < 3) return { places: [] };
    const ids = /\d/.test(place) ? await findHouseIds(tx, place, 2) : [];
    const found = await searchAddresses(tx, place, 40);
    const houses = found.flatMap(({ id, line, district, lat, lon }) =>
      id === null ? [] : [{ houseId: id, line, district, lat, lon }],
    );
    const [only] = ids;
    const one = ids.length === 1 ? houses.filter(({ houseId }) => houseId === only) : [];
    if (one.length === 1) return { places: one };
    // Of «Садова 2» number 20 is meant by nobody where there is a number 2.
    const number = parseAddress(place).number?.toLowerCase();
    const exact = houses.filter(({ line }) => line.split(', ').at(-1)?.toLowerCase() === number);
    return { places: (exact.length > 0 ? exact : houses).slice(0, MOST) };
  },
});
