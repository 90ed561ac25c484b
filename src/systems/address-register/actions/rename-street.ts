import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { streetLine } from '../address.ts';
import { actInput, dayInput, KEEPERS, kindInput, nameInput } from '../address-input.ts';
import { renameStreet } from '../street-store.ts';

export const renameStreetAction = defineAction({
  name: 'address-register.rename-street',
  title: { uk: 'Перейменувати вулицю', en: 'Rename a street' },
  may: KEEPERS,
  input: z.object({
    streetId: z.uuid('address-register:refusals.noSuchStreet'),
    kind: kindInput,
    name: nameInput,
    from: dayInput,
    /** The decision of the council: number and date. */
    act: actInput,
  }),
  output: z.object({ former: z.string() }),
  async run(deed, { streetId, ...name }) {
    const { before } = await renameStreet(deed, streetId, name);
    deed.about({ kind: 'street', id: streetId });
    deed.changed('name', streetLine(before), streetLine(name));
    return { former: streetLine(before) };
  },
});
