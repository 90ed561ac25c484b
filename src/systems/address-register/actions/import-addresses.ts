import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { KEEPERS } from '../address-input.ts';
import { readKnownAddresses, writeAddresses } from '../import-store.ts';
import { addressRow, planAddresses, plannedAddress } from '../plan-import.ts';

export const MOST_ROWS = 20_000;

export const importAddresses = defineAction({
  name: 'address-register.import-addresses',
  title: { uk: 'Завантажити адреси з таблиці', en: 'Import addresses' },
  may: KEEPERS,
  input: z.object({ rows: z.array(addressRow).min(1).max(MOST_ROWS), dryRun: z.boolean().default(true) }),
  /** What each row does, in their order. A dry run writes nothing; a bad row stops the writing of all. */
  output: z.object({ rows: z.array(plannedAddress) }),
  async run(deed, { rows, dryRun }) {
    const known = await readKnownAddresses(deed.tx);
    const plans = planAddresses(rows, known);
    if (dryRun) return { rows: [...plans] };
    const bad = plans.findIndex(({ kind }) => kind === 'bad');
    if (bad >= 0) throw new Refusal('address-register:refusals.badRow', { row: bad + 1 }, 422);
    await writeAddresses(deed, rows, plans, known);
    return { rows: [...plans] };
  },
});
