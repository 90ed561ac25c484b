import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { MOST_ROWS } from '../actions/import-addresses.ts';
import { KEEPERS } from '../address-input.ts';
import { readKnownAddresses } from '../import-store.ts';
import { addressRow, planAddresses, plannedAddress } from '../plan-import.ts';

export const previewAddresses = defineQuery({
  name: 'address-register.preview-addresses',
  title: { uk: 'Що змінить таблиця адрес', en: 'What a sheet of addresses would change' },
  may: KEEPERS,
  input: z.object({ rows: z.array(addressRow).min(1).max(MOST_ROWS) }),
  output: z.object({ rows: z.array(plannedAddress) }),
  async run({ tx }, { rows }) {
    return { rows: [...planAddresses(rows, await readKnownAddresses(tx))] };
  },
});
