import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { parseAddress, searchAddresses } from '../../address-register/index.ts';
import { REGISTER_ROLES } from '../own-desk.ts';

/** The house that a typed address means, with its flat; several are offered where it is not certain. */
export const matchAddress = defineQuery({
  name: 'community-register.match-address',
  title: { uk: 'Адреса за реєстром', en: 'An address by the register' },
  may: REGISTER_ROLES,
  input: z.object({ words: personal(z.string().trim().max(300)).default('') }),
  output: z.object({
    addressId: z.uuid().nullable(),
    flat: z.string().nullable(),
    offers: z.array(z.string()),
  }),
  async run({ tx }, { words }) {
    const { number, flat } = parseAddress(words);
    const found = await searchAddresses(tx, words, 6);
    const exact = found.filter(
      ({ id, line }) => id !== null && number !== null && line.endsWith(`, ${number}`),
    );
    const [one, other] = exact;
    const offers = found.map(({ line }) => line);
    return one !== undefined && other === undefined
      ? { addressId: one.id, flat, offers }
      : { addressId: null, flat, offers };
  },
});
