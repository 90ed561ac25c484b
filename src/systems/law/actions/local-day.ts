import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { findLocalDay, removeLocalDay, setLocalDay } from '../calendar-store.ts';
import { lawDate, LAWYERS, reason } from '../law-input.ts';
import { recountBecause } from '../recount.ts';

/** What the city decides of one date; it stands over holidays and martial law. */
export const setLocalDayAction = defineAction({
  name: 'law.set-local-day',
  title: { uk: 'Визначити окремий день', en: 'Decide of one day' },
  may: LAWYERS,
  input: z.object({ date: lawDate, working: z.boolean(), reason }),
  output: z.object({ date: z.iso.date(), working: z.boolean() }),
  async run(deed, input) {
    const { date, working } = input;
    deed.about({ kind: 'calendar', id: date });
    deed.changed('localDay', (await findLocalDay(deed.tx, date)) ?? null, input);
    await setLocalDay(deed.tx, input);
    await recountBecause(deed, input.reason);
    return { date, working };
  },
});

export const removeLocalDayAction = defineAction({
  name: 'law.remove-local-day',
  title: { uk: 'Скасувати рішення про окремий день', en: 'Undo what was decided of a day' },
  may: LAWYERS,
  input: z.object({ date: lawDate, reason }),
  output: z.object({ date: z.iso.date() }),
  async run(deed, { date, reason: why }) {
    const before = await findLocalDay(deed.tx, date);
    if (before === undefined) throw notFound('law:refusals.noLocalDay');
    deed.about({ kind: 'calendar', id: date });
    deed.changed('localDay', before, null);
    await removeLocalDay(deed.tx, date);
    await recountBecause(deed, why);
    return { date };
  },
});
