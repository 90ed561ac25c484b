import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import {
  actInput,
  dayInput,
  HOME_SETTLEMENT,
  KEEPERS,
  kindInput,
  nameInput,
  settlementInput,
} from '../address-input.ts';
import { insertStreet } from '../street-store.ts';

export const addStreet = defineAction({
  name: 'address-register.add-street',
  title: { uk: 'Додати вулицю до адресного реєстру', en: 'Add a street to the address register' },
  may: KEEPERS,
  input: z.object({
    id: z.uuid().optional(),
    settlementCode: settlementInput.default(HOME_SETTLEMENT),
    kind: kindInput,
    name: nameInput,
    /** From which day it is called so; null where nobody knows. */
    from: dayInput.nullable().default(null),
    act: actInput.nullable().default(null),
  }),
  output: z.object({ streetId: z.uuid() }),
  async run(deed, { id, settlementCode, ...name }) {
    const streetId = await insertStreet(deed, settlementCode, name, id);
    deed.about({ kind: 'street', id: streetId });
    return { streetId };
  },
});
