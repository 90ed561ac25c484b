import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { codeInput } from '../booking-input.ts';
import { getHomeVisit, moveHomeVisit } from '../home/home-visit-store.ts';

export const withdrawHomeVisit = defineAction({
  name: 'booking.withdraw-home-visit',
  title: { uk: 'Відкликати прохання про виїзд', en: 'Withdraw a request for a home visit' },
  input: z.object({ code: codeInput }),
  output: z.object({ code: z.string() }),
  may: ['resident'],
  async run(deed, { code }) {
    const { id } = await getHomeVisit(deed.tx, { code });
    const { before, after } = await moveHomeVisit(deed.tx, id, 'withdraw', sql`ended_at = ${deed.now}`);
    deed.about({ kind: 'home-visit', id });
    deed.changed('state', before.state, after.state);
    return { code };
  },
});
