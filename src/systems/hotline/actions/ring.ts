import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { hotlineChanged } from '../hotline-live.ts';
import { plainPhone } from '../ticket.ts';

export const RING_EVENTS = ['ringing', 'answered', 'ended'] as const;

/**
 * The door of a telephone exchange (HTTP webhook). Notices may come twice and in any order: each moment
 * keeps the earliest telling, and a call that has ended never rings again.
 */
export const ring = defineAction({
  name: 'hotline.ring',
  title: { uk: 'Повідомлення телефонної станції', en: 'Notice of the telephone exchange' },
  may: ['integrator'],
  input: z.object({
    callId: z.string().trim().min(1).max(100),
    phone: personal(z.string().trim().max(40).default('')),
    at: z.coerce.date(),
    event: z.enum(RING_EVENTS),
  }),
  output: z.object({ callId: z.string(), state: z.enum(RING_EVENTS) }),
  async run(deed, { callId, phone, at, event }) {
    const when = (name: (typeof RING_EVENTS)[number]) => (name === event ? at : null);
    const { rows } = await sql<{ answered: boolean; ended: boolean }>`
      insert into hotline.rings as r (call_id, phone, ringing_at, answered_at, ended_at, told_at)
      values (${callId}, ${plainPhone(phone)}, ${when('ringing')}::timestamptz, ${when('answered')}::timestamptz,
              ${when('ended')}::timestamptz, ${deed.now})
      on conflict (call_id) do update set
        phone = case when r.phone = '' then excluded.phone else r.phone end,
        ringing_at = least(r.ringing_at, excluded.ringing_at),
        answered_at = least(r.answered_at, excluded.answered_at),
        ended_at = least(r.ended_at, excluded.ended_at)
      returning answered_at is not null as answered, ended_at is not null as ended`.execute(deed.tx);
    deed.about({ kind: 'ring', id: callId });
    hotlineChanged(deed);
    const [row] = rows;
    const state: (typeof RING_EVENTS)[number] = row?.ended ? 'ended' : row?.answered ? 'answered' : 'ringing';
    return { callId, state };
  },
});
