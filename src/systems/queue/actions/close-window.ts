import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { hallChanged } from '../hall-live.ts';
import { findTicketAtClerk } from '../ticket-store.ts';
import { findSitter, leaveSeat } from '../window-store.ts';

export const closeWindow = defineAction({
  name: 'queue.close-window',
  title: { uk: 'Закрити вікно', en: 'Close a window' },
  input: z.object({
    /** Only the head names another's window: somebody went home and left it open. */
    windowId: z.uuid('queue:input.window').optional(),
  }),
  output: z.object({ number: z.int().nullable() }),
  may: ['administrator', 'head'],
  async run(deed, { windowId }) {
    const { tx, actor } = deed;
    if (windowId !== undefined && !hasRole(actor, 'head')) {
      throw new Refusal('queue:refusals.onlyHeadCloses', {}, 403);
    }
    const staffId = windowId === undefined ? actor.staffId : await findSitter(tx, windowId);
    if (staffId === null) return { number: null };
    const atWindow = await findTicketAtClerk(tx, staffId);
    if (atWindow !== undefined) throw new Refusal('queue:refusals.finishFirst');
    const window = await leaveSeat(tx, staffId);
    if (window === undefined) return { number: null };
    deed.about({ kind: 'window', id: window.id });
    hallChanged(deed, window.hall);
    return { number: window.number };
  },
});
