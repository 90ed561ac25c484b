import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { FREEZE_REASONS } from '../freeze.ts';
import { hallChanged } from '../hall-live.ts';
import { beginFreeze, getHall } from '../hall-store.ts';
import { hallCode } from '../ticket-view.ts';

/** One key, no question: seconds count in an air alert, and `queue.resume-hall` undoes it. */
export const freezeHall = defineAction({
  name: 'queue.freeze-hall',
  title: { uk: 'Зупинити прийом: тривога, блекаут', en: 'Freeze the hall: air alert, blackout' },
  input: z.object({ hall: hallCode, reason: z.enum(FREEZE_REASONS) }),
  output: z.object({ hall: z.string(), frozenFrom: z.string() }),
  may: ['head'],
  async run(deed, { hall, reason }) {
    const { code } = await getHall(deed.tx, hall);
    const by = deed.actor.staffId;
    const freeze = await beginFreeze(deed.tx, { hall: code, reason, now: deed.now, by });
    deed.about({ kind: 'hall', id: code });
    hallChanged(deed, code);
    return { hall: code, frozenFrom: freeze.from_at.toISOString() };
  },
});
