import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { dayInput } from '../reception-input.ts';
import { requireOwnReception, VISIT_COLUMNS, type Visit } from '../visit-store.ts';

const told = personal(z.string());

/** The paper on the leader's table: whole names, for the leader greets people by them. */
export const daySheet = defineQuery({
  name: 'reception.day-sheet',
  title: { uk: 'Список громадян на прийом', en: 'List of the day for the leader' },
  may: ['registrar', 'leader'],
  input: z.object({ leaderId: z.uuid(), day: dayInput }),
  output: z.object({
    visits: z.array(
      z.object({
        id: z.uuid(),
        startsAt: z.iso.datetime(),
        leader: z.string(),
        position: z.string(),
        place: z.string(),
        name: told,
        phone: told,
        question: told,
      }),
    ),
  }),
  async run({ tx, actor, looked }, { leaderId, day }) {
    requireOwnReception(actor, leaderId);
    const { rows } = await sql<Visit>`
      select ${VISIT_COLUMNS} from reception.visits v join kernel.staff s on s.id = v.staff_id
       where v.staff_id = ${leaderId} and v.starts_at >= ${kyivInstant(day, '00:00')}
         and v.starts_at < ${kyivInstant(day, '24:00')} and v.state <> 'cancelled'
       order by v.starts_at`.execute(tx);
    for (const { id } of rows) looked({ kind: 'reception-visit', id });
    return {
      visits: rows.map(({ id, startsAt, leader, position, place, name, phone, question }) => ({
        id,
        startsAt: startsAt.toISOString(),
        leader,
        position,
        place,
        name,
        phone,
        question,
      })),
    };
  },
});
