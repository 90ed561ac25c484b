import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { writeVisitLetter } from '../letters/visit-letters.ts';
import { dayInput } from '../reception-input.ts';
import { lockTimetable } from '../timetable-store.ts';
import { moveVisit, requireOwnReception, requireRegistrar } from '../visit-store.ts';

/** Nobody is received on these days: who had booked is told and may choose another day. A leader closes their own. */
export const closeDays = defineAction({
  name: 'reception.close-days',
  title: { uk: 'Скасувати прийом на ці дні', en: 'Close reception on some days' },
  may: ['registrar', 'leader'],
  input: z
    .object({
      /** Null: of the whole leadership. */
      leaderId: z.uuid('reception:input.leader').nullable().default(null),
      fromDay: dayInput,
      toDay: dayInput,
      reason: z.string().trim().min(3, 'reception:input.reason').max(300),
    })
    .refine(({ fromDay, toDay }) => fromDay <= toDay, { error: 'reception:input.dayOrder', path: ['toDay'] }),
  output: z.object({
    closureId: z.uuid(),
    /** Visits that were cancelled by it; those without an e-mail are to be called. */
    cancelled: z.int(),
    toCall: z.int(),
  }),
  async run(deed, { leaderId, fromDay, toDay, reason }) {
    if (leaderId === null) requireRegistrar(deed.actor);
    else requireOwnReception(deed.actor, leaderId);
    await lockTimetable(deed.tx, leaderId, 'alone');
    const id = uuid();
    await sql`
      insert into reception.closures (id, staff_id, from_day, to_day, reason)
      select ${id}, ${leaderId}::uuid, ${fromDay}, ${toDay}, ${reason}
       where ${leaderId}::uuid is null or exists (select from kernel.staff where id = ${leaderId}::uuid)`.execute(
      deed.tx,
    );
    const { rows } = await sql<{ id: string; email: string }>`
      select id, email from reception.visits
       where state = 'booked' and (${leaderId}::uuid is null or staff_id = ${leaderId}::uuid)
         and starts_at >= greatest(${kyivInstant(fromDay, '00:00')}::timestamptz, ${deed.now}::timestamptz)
         and starts_at < ${kyivInstant(toDay, '24:00')}
       order by id`.execute(deed.tx);
    for (const visit of rows)
      await writeVisitLetter(deed, await moveVisit(deed, visit.id, 'cancel'), 'closed');
    deed.about({ kind: 'reception-closure', id });
    return {
      closureId: id,
      cancelled: rows.length,
      toCall: rows.filter(({ email }) => email === '').length,
    };
  },
});
