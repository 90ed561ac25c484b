import { sql } from 'kysely';
import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { shortName } from '../../../kernel/cases/view/short-name.ts';
import { dayInput } from '../reception-input.ts';
import { maskPhone, OUTCOMES, VISIT_CHANNELS, VISIT_STATES } from '../reception.ts';
import { VISIT_COLUMNS, type Visit } from '../visit-store.ts';

export const LIST_ORDERS = ['newest', 'oldest'] as const;

const visitLine = z.object({
  id: z.uuid(),
  startsAt: z.iso.datetime(),
  leader: z.string(),
  position: z.string(),
  /** «Коваленко О. І.» */
  name: personal(z.string()),
  /** Its last two digits. */
  phone: personal(z.string()),
  channel: z.enum(VISIT_CHANNELS),
  state: z.enum(VISIT_STATES),
  outcomes: z.array(z.enum(OUTCOMES)),
});
export type VisitLine = z.output<typeof visitLine>;

export const listVisits = defineQuery({
  name: 'reception.list-visits',
  title: { uk: 'Журнал особистого прийому', en: 'Journal of personal reception' },
  may: ['registrar', 'leader', 'auditor'],
  input: z.object({
    day: dayInput.optional(),
    leaderId: z.uuid().optional(),
    state: z.enum(VISIT_STATES).optional(),
    /** Part of a name, of the question, or the code. */
    words: personal(z.string().trim().max(100)).optional(),
    order: z.enum(LIST_ORDERS).default('newest'),
    after: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ visits: z.array(visitLine), next: z.string().nullable() }),
  async run({ tx, actor, looked }, { day, leaderId, state, words = '', order, after, limit }) {
    const sees = hasRole(actor, 'registrar', 'auditor');
    const leader = sees ? (leaderId ?? null) : actor.staffId;
    const pattern = `%${words.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
    const [afterAt, afterId] = placeOf(after);
    const way = order === 'newest' ? { than: sql`<`, by: sql`desc` } : { than: sql`>`, by: sql`asc` };
    const { rows } = await sql<Visit & { outcomes: VisitLine['outcomes'] }>`
      select ${VISIT_COLUMNS}, coalesce((select array_agg(q.outcome order by q.no) from reception.questions q
                                          where q.visit_id = v.id), '{}') as outcomes
        from reception.visits v join kernel.staff s on s.id = v.staff_id
       where (${leader}::uuid is null or v.staff_id = ${leader}::uuid)
         and (${state ?? null}::text is null or v.state = ${state ?? null})
         and (${day ?? null}::text is null
              or v.starts_at >= ${day === undefined ? null : kyivInstant(day, '00:00')}::timestamptz
                 and v.starts_at < ${day === undefined ? null : kyivInstant(day, '24:00')}::timestamptz)
         and (${words} = '' or v.name ilike ${pattern} or v.question ilike ${pattern} or v.code ilike ${pattern})
         and (${afterAt}::timestamptz is null
              or (v.starts_at, v.id) ${way.than} (${afterAt}::timestamptz, ${afterId}::uuid))
       order by v.starts_at ${way.by}, v.id ${way.by} limit ${limit + 1}`.execute(tx);
    const shown = rows.slice(0, limit);
    for (const { id } of shown) looked({ kind: 'reception-visit', id });
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      visits: shown.map((visit) => ({
        id: visit.id,
        startsAt: visit.startsAt.toISOString(),
        leader: visit.leader,
        position: visit.position,
        name: shortName(visit.name) ?? '',
        phone: maskPhone(visit.phone),
        channel: visit.channel,
        state: visit.state,
        outcomes: [...visit.outcomes],
      })),
      next: last === undefined ? null : `${last.startsAt.toISOString()}_${last.id}`,
    };
  },
});

/** The key of a page's last line; what anybody else wrote there begins the list anew. */
function placeOf(after: string | undefined): readonly [Date | null, string | null] {
  const found = /^(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(after ?? '');
  const at = new Date(found?.[1] ?? '');
  const id = z.uuid().safeParse(found?.[2]);
  return Number.isNaN(at.getTime()) || !id.success ? [null, null] : [at, id.data];
}
