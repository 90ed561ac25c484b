import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { hallChanged } from '../hall-live.ts';
import { SECTORS } from '../sector.ts';
import { findTicketAtClerk } from '../ticket-store.ts';
import { takeSeat } from '../window-store.ts';

export const openWindow = defineAction({
  name: 'queue.open-window',
  title: { uk: 'Відкрити вікно', en: 'Open a window' },
  input: z.object({ windowId: z.uuid('queue:input.window') }),
  output: z.object({
    windowId: z.uuid(),
    number: z.int(),
    hall: z.string(),
    sectors: z.array(z.enum(SECTORS)),
  }),
  may: ['administrator', 'head'],
  async run(deed, { windowId }) {
    const { tx, now, actor } = deed;
    if (actor.staffId === null) throw new Refusal('actions:refusals.signInFirst', {}, 401);
    const atWindow = await findTicketAtClerk(tx, actor.staffId);
    if (atWindow !== undefined) throw new Refusal('queue:refusals.finishFirst');
    const todayFrom = kyivInstant(kyivDate(now), '00:00');
    const window = await takeSeat(tx, { windowId, staffId: actor.staffId, now, todayFrom });
    deed.about({ kind: 'window', id: windowId });
    hallChanged(deed, window.hall);
    return { windowId, number: window.number, hall: window.hall, sectors: [...window.sectors] };
  },
});
