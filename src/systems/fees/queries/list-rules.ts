import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { readAllRules } from '../rules-store.ts';

const validity = { validFrom: z.iso.date(), validTo: z.iso.date().nullable() };
const rule = {
  id: z.uuid(),
  scope: z.string(),
  code: z.string(),
  title: z.string(),
  titleEn: z.string(),
  article: z.string(),
  certainty: z.string(),
  ...validity,
};

/** Where fees are paid to, what they are and who does not pay: public, as law is. */
export const listRules = defineQuery({
  name: 'fees.list-rules',
  title: { uk: 'Рахунки, тарифи й пільги', en: 'Accounts, tariffs and waivers' },
  may: ['resident'],
  input: z.object({}),
  output: z.object({
    accounts: z.array(
      z.object({
        id: z.uuid(),
        scope: z.string(),
        recipient: z.string(),
        edrpou: z.string(),
        iban: z.string(),
        budgetCode: z.string().nullable(),
        ...validity,
      }),
    ),
    variants: z.array(z.object({ ...rule, basisPoints: z.number() })),
    waivers: z.array(z.object({ ...rule, percent: z.number() })),
  }),
  async run({ tx }) {
    const { accounts, variants, waivers } = await readAllRules(tx);
    return { accounts, variants, waivers };
  },
});
