import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { bookedView, codeInput, startsAtInput } from '../reception-input.ts';
import { getVisit, moveToPlace } from '../visit-store.ts';

/** By the code, to another time of the same leader; on the site not on the day itself, as with booking. */
export const moveVisit = defineAction({
  name: 'reception.move-visit',
  title: { uk: 'Перенести запис на інший час', en: 'Move a reception to another time' },
  may: ['resident'],
  input: z.object({ code: codeInput, startsAt: startsAtInput }),
  output: bookedView,
  async run(deed, given) {
    const { tx, now, actor } = deed;
    const visit = await getVisit(tx, { code: given.code });
    if (visit.state !== 'booked') throw new Refusal(`reception:refusals.state.${visit.state}`);
    const to = new Date(given.startsAt);
    const today = kyivDate(now);
    if (!hasRole(actor, 'registrar') && (kyivDate(visit.startsAt) <= today || kyivDate(to) <= today))
      throw new Refusal('reception:refusals.tooLateToMove', {}, 422);
    const { id, code, startsAt } = await moveToPlace(deed, visit, to);
    return { visitId: id, code, startsAt: startsAt.toISOString() };
  },
});
