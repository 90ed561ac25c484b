import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { KEEPERS, numberInput } from '../address-input.ts';
import { insertHouses } from '../street-store.ts';

const flat = z.coerce
  .number('address-register:input.flatsWrong')
  .int('address-register:input.flatsWrong')
  .min(1, 'address-register:input.flatsWrong')
  .max(9999, 'address-register:input.flatsWrong');

export const addHouses = defineAction({
  name: 'address-register.add-houses',
  title: { uk: 'Додати будинки', en: 'Add houses' },
  may: KEEPERS,
  input: z
    .object({
      streetId: z.uuid('address-register:refusals.noSuchStreet'),
      numbers: z
        .array(numberInput)
        .min(1, 'address-register:input.numberWrong')
        .max(200, 'address-register:input.numbersMany'),
      districtCode: z.string().max(40).nullable().default(null),
      postcode: z
        .string()
        .regex(/^\d{5}$/, 'address-register:input.postcodeWrong')
        .nullable()
        .default(null),
      flatsFrom: flat.nullable().default(null),
      flatsTo: flat.nullable().default(null),
      lat: z.coerce.number().min(-90).max(90).nullable().default(null),
      lon: z.coerce.number().min(-180).max(180).nullable().default(null),
    })
    .refine(({ flatsFrom: from, flatsTo: to }) => (from === null ? to === null : to !== null && to >= from), {
      path: ['flatsTo'],
      message: 'address-register:input.flatsWrong',
    })
    .refine(({ lat, lon }) => (lat === null) === (lon === null), {
      path: ['lat'],
      message: 'address-register:input.placeWrong',
    }),
  /** Houses that were there already stay as they are and are not counted. */
  output: z.object({ added: z.int() }),
  async run(deed, { streetId, numbers, ...more }) {
    const unique = [...new Set(numbers)];
    const added = await insertHouses(
      deed,
      streetId,
      unique.map((number) => ({ number, ...more })),
    );
    deed.about({ kind: 'street', id: streetId });
    return { added };
  },
});
