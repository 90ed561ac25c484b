import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { addMartialLaw, lockMartialLaw, moveMartialLawEnd } from '../calendar-store.ts';
import { article, lawDate, LAWYERS, requireOrder } from '../law-input.ts';
import { recountBecause } from '../recount.ts';

const period = z.object({ from: z.iso.date(), to: z.iso.date().nullable() });

/** `[from, to)`: on `to` it is no longer in force; `null` while nobody knows the end. */
export const addMartialLawAction = defineAction({
  name: 'law.add-martial-law',
  title: { uk: 'Додати період воєнного стану', en: 'Add a period of martial law' },
  may: LAWYERS,
  input: z.object({ from: lawDate, to: lawDate.nullable().default(null), article }),
  output: period,
  async run(deed, input) {
    const { from, to } = input;
    requireOrder(from, to);
    deed.about({ kind: 'calendar', id: `martial-law/${from}` });
    deed.changed('martialLaw', null, { from, to });
    await addMartialLaw(deed.tx, input);
    await recountBecause(deed, input.article);
    return { from, to };
  },
});

/** Moves the end of the period that began on `from`: nearer, further, or away (`null`). */
export const endMartialLaw = defineAction({
  name: 'law.end-martial-law',
  title: { uk: 'Завершити або продовжити воєнний стан', en: 'End or prolong martial law' },
  may: LAWYERS,
  input: z.object({ from: lawDate, to: lawDate.nullable(), article }),
  output: period,
  async run(deed, input) {
    const { from, to } = input;
    requireOrder(from, to);
    const before = await lockMartialLaw(deed.tx, from);
    deed.about({ kind: 'calendar', id: `martial-law/${from}` });
    deed.changed('to', before.to, to);
    deed.changed('article', before.article, input.article);
    await moveMartialLawEnd(deed.tx, input);
    await recountBecause(deed, input.article);
    return { from, to };
  },
});
