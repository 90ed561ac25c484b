import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { readWallboard } from '../wallboard.ts';
import { OUTCOMES } from '../ticket.ts';

export const wallboard = defineQuery({
  name: 'hotline.wallboard',
  title: { uk: 'Табло гарячої лінії', en: 'Wallboard of the hotline' },
  may: ['resident', 'operator', 'leader', 'head', 'auditor'],
  input: z.object({}),
  output: z.object({
    calls: z.int(),
    atOnce: z.int(),
    callBacks: z.int(),
    lateCallBacks: z.int(),
    open: z.int(),
    overdue: z.int(),
    onDuty: z.int(),
    ringing: z.int(),
    events: z.array(
      z.object({ id: z.uuid(), title: z.string(), text: z.string(), until: z.string(), calls: z.int() }),
    ),
  }),
  async run({ tx, now }) {
    const { rings, ...board } = await readWallboard(tx, now);
    return { ...board, events: [...board.events], ringing: rings.length };
  },
});

/** The line itself: who is on duty, whom to call back. */
export const listDuty = defineQuery({
  name: 'hotline.list-duty',
  title: { uk: 'Чергування й передзвони', en: 'Duty and call-backs' },
  may: ['operator', 'leader', 'auditor'],
  input: z.object({}),
  output: z.object({
    callBacks: z.array(
      z.object({
        id: z.uuid(),
        phone: personal(z.string()),
        caller: personal(z.string()),
        about: personal(z.string()),
        dueAt: z.date(),
        tries: z.int(),
        state: z.enum(['waiting', 'done', 'failed']),
      }),
    ),
    shifts: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        mine: z.boolean(),
        beganAt: z.date(),
        endedAt: z.date().nullable(),
        handOver: z.string(),
      }),
    ),
  }),
  async run({ tx, actor, now, looked }) {
    const callBacks = await sql<{
      id: string;
      phone: string;
      caller: string;
      about: string;
      dueAt: Date;
      tries: number;
      state: 'waiting' | 'done' | 'failed';
    }>`
      select id, phone, caller, about, due_at as "dueAt", tries, state from hotline.call_backs
       where state = 'waiting' or settled_at > ${now}::timestamptz - interval '1 day'
       order by state = 'waiting' desc, due_at limit 100`.execute(tx);
    const shifts = await sql<{
      id: string;
      name: string;
      mine: boolean;
      beganAt: Date;
      endedAt: Date | null;
      handOver: string;
    }>`
      select h.id, s.name, h.staff_id is not distinct from ${actor.staffId}::uuid as mine, h.began_at as "beganAt",
             h.ended_at as "endedAt", h.hand_over as "handOver"
        from hotline.shifts h join kernel.staff s on s.id = h.staff_id
       order by h.ended_at is null desc, h.began_at desc limit 20`.execute(tx);
    for (const { id } of callBacks.rows) looked({ kind: 'call-back', id });
    return { callBacks: callBacks.rows, shifts: shifts.rows };
  },
});

const callLine = z.object({
  id: z.uuid(),
  at: z.date(),
  phone: personal(z.string()),
  caller: personal(z.string()),
  topic: z.string().nullable(),
  outcome: z.enum(OUTCOMES),
  number: z.string().nullable(),
  operator: z.string().nullable(),
});
export type CallLine = z.output<typeof callLine>;

export const listCalls = defineQuery({
  name: 'hotline.list-calls',
  title: { uk: 'Журнал дзвінків', en: 'Journal of calls' },
  may: ['operator', 'leader', 'auditor'],
  input: z.object({
    words: personal(z.string().trim().max(100)).default(''),
    outcome: z.enum(OUTCOMES).optional(),
    after: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ calls: z.array(callLine), next: z.int().nullable() }),
  async run({ tx, looked }, { words, outcome, after, limit }) {
    const pattern = `%${words.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
    const { rows } = await sql<CallLine>`
      select k.id, k.at, k.phone, k.caller, p.name as topic, k.outcome, c.number, s.name as operator
        from hotline.calls k
        left join hotline.topics p on p.code = k.topic
        left join kernel.cases c on c.id = k.case_id
        left join kernel.staff s on s.id = k.operator_id
       where (${outcome ?? null}::text is null or k.outcome = ${outcome ?? null})
         and (${words} = '' or k.phone like ${pattern} or k.caller ilike ${pattern} or p.name ilike ${pattern}
              or c.number ilike ${pattern})
       order by k.at desc, k.id desc limit ${limit + 1} offset ${after}`.execute(tx);
    const calls = rows.slice(0, limit);
    for (const { id } of calls) looked({ kind: 'call', id });
    return { calls, next: rows.length > limit ? after + limit : null };
  },
});
