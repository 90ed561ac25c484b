import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { readHallDays } from '../desk-store.ts';
import { getHall } from '../hall-store.ts';
import { civilDay, hallCode } from '../ticket-view.ts';

/** How honest the estimates were: told on joining, measured on the call. */
export const estimateAccuracy = defineQuery({
  name: 'queue.estimate-accuracy',
  title: { uk: 'Чи справдилися прогнози чекання', en: 'Did the estimates come true' },
  input: z.object({ hall: hallCode, from: civilDay, to: civilDay }),
  output: z.object({
    estimated: z.int(),
    cameTrue: z.int(),
    /** Per cent; null where nothing was estimated. */
    share: z.number().nullable(),
    medianWait: z.int().nullable(),
  }),
  may: ['resident'],
  async run({ tx }, { hall, from, to }) {
    await getHall(tx, hall);
    const days = await readHallDays(tx, hall, from, to);
    const share = days.estimated === 0 ? null : Math.round((1000 * days.came_true) / days.estimated) / 10;
    return { estimated: days.estimated, cameTrue: days.came_true, share, medianWait: days.median_wait };
  },
});
