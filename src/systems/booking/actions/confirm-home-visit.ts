import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { codeInput } from '../booking-input.ts';
import { getHomeVisit, moveHomeVisit } from '../home/home-visit-store.ts';

/** By the person, with the code of the letter; or by a clerk who has called and heard yes. */
export const confirmHomeVisit = defineAction({
  name: 'booking.confirm-home-visit',
  title: { uk: 'Підтвердити виїзд додому', en: 'Confirm a home visit' },
  input: z.object({ code: codeInput }),
  output: z.object({ code: z.string() }),
  may: ['resident'],
  async run(deed, { code }) {
    const { id } = await getHomeVisit(deed.tx, { code });
    const { before, after } = await moveHomeVisit(deed.tx, id, 'confirm', sql`ended_at = null`);
    deed.about({ kind: 'home-visit', id });
    deed.changed('state', before.state, after.state);
    return { code };
  },
});
