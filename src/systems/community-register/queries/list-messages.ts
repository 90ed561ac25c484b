import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';
import { maskName } from '../person-words.ts';

export const MESSAGE_STATES = ['waiting', 'sent', 'acknowledged', 'refused'] as const;
const line = z.object({
  id: z.uuid(),
  residentId: z.uuid(),
  name: z.string(),
  kind: z.enum(['registered', 'deregistered', 'changed']),
  state: z.enum(MESSAGE_STATES),
  madeAt: z.coerce.date(),
  sentAt: z.coerce.date().nullable(),
  answer: z.string().nullable(),
});
export type MessageLine = z.output<typeof line>;

export const listMessages = defineQuery({
  name: 'community-register.list-messages',
  title: { uk: 'Повідомлення до ДМС', en: 'Messages to the Migration Service' },
  may: REGISTER_ROLES,
  input: z.object({
    state: z.enum(MESSAGE_STATES).optional(),
    limit: z.coerce.number().int().min(1).max(10_000).default(100),
  }),
  output: z.object({ messages: z.array(line), counts: z.record(z.enum(MESSAGE_STATES), z.int()) }),
  async run({ tx, actor, looked }, { state, limit }) {
    await requireOwnDesk(tx, actor);
    const { rows } = await sql<MessageLine>`
      select m.id, m.resident_id as "residentId", coalesce(r.name, '–') as name, m.kind, m.state, m.made_at as "madeAt",
             m.sent_at as "sentAt", m.answer
        from community_register.messages m join community_register.residents r on r.id = m.resident_id
       where ${state ?? null}::text is null or m.state = ${state ?? null}::text
       order by m.made_at desc, m.id desc limit ${limit}`.execute(tx);
    const counted = await sql<{ state: (typeof MESSAGE_STATES)[number]; count: number }>`
      select state, count(*)::int as count from community_register.messages group by state`.execute(tx);
    const counts = { waiting: 0, sent: 0, acknowledged: 0, refused: 0 };
    for (const one of counted.rows) counts[one.state] = one.count;
    looked({ kind: 'register', id: 'community-register' });
    return { messages: rows.map((row) => ({ ...row, name: maskName(row.name) })), counts };
  },
});
