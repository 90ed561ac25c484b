import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { hallChanged } from '../hall-live.ts';
import { endFreeze, getHall } from '../hall-store.ts';
import { hallCode } from '../ticket-view.ts';

/** The order needs no mending: nobody's place moved while the hall stood still. */
export const resumeHall = defineAction({
  name: 'queue.resume-hall',
  title: { uk: 'Продовжити прийом', en: 'Resume the hall' },
  input: z.object({ hall: hallCode }),
  output: z.object({ hall: z.string(), frozenMinutes: z.int() }),
  may: ['head'],
  async run(deed, { hall }) {
    const { code } = await getHall(deed.tx, hall);
    const freeze = await endFreeze(deed.tx, code, deed.now, deed.actor.staffId);
    if (freeze === undefined) throw new Refusal('queue:refusals.notFrozen');
    deed.about({ kind: 'hall', id: code });
    hallChanged(deed, code);
    const millis = (freeze.to_at ?? deed.now).getTime() - freeze.from_at.getTime();
    return { hall: code, frozenMinutes: Math.round(millis / 60_000) };
  },
});
