import { sql } from 'kysely';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { minuteOf } from '../places.ts';
import { clockInput, dayInput } from '../reception-input.ts';
import { listLeaders } from '../timetable-store.ts';

/** A line of the timetable: a weekday of every or of a named week of the month, or one date. */
export const setHours = defineAction({
  name: 'reception.set-hours',
  title: { uk: 'Додати години прийому', en: 'Add hours of reception' },
  may: ['registrar'],
  input: z
    .object({
      leaderId: z.uuid('reception:input.leader'),
      weekday: z.coerce.number().int().min(1).max(7).nullable().default(null),
      /** Of the month: 0 every week, 1 to 4, 5 the last. */
      week: z.coerce.number('reception:input.week').int().min(0).max(5).default(0),
      onDay: dayInput.nullable().default(null),
      from: clockInput,
      to: clockInput,
      minutes: z.coerce.number('reception:input.minutes').int().min(5, 'reception:input.minutes').max(120),
      place: z.string().trim().min(3, 'reception:input.where').max(300),
      validFrom: dayInput.optional(),
    })
    .refine(({ weekday, onDay }) => (weekday === null) !== (onDay === null), {
      error: 'reception:input.weekdayOrDate',
      path: ['weekday'],
    })
    .refine(({ from, to }) => from < to, { error: 'reception:input.clockOrder', path: ['to'] }),
  output: z.object({ lineId: z.uuid() }),
  async run(deed, { leaderId, weekday, week, onDay, from, to, minutes, place, validFrom }) {
    const leaders = await listLeaders(deed.tx);
    if (!leaders.some(({ id }) => id === leaderId))
      throw new Refusal('reception:refusals.noSuchLeader', {}, 422);
    const id = uuid();
    await sql`
      insert into reception.hours (id, staff_id, weekday, week, on_day, from_minute, to_minute, minutes, place, valid_from)
      values (${id}, ${leaderId}, ${weekday}, ${weekday === null ? 0 : week}, ${onDay}, ${minuteOf(from)},
              ${minuteOf(to)}, ${minutes}, ${place}, ${validFrom ?? onDay ?? kyivDate(deed.now)})`
      .execute(deed.tx)
      .catch(tellOverlap);
    deed.about({ kind: 'reception-hours', id });
    return { lineId: id };
  },
});

function tellOverlap(error: unknown): never {
  if (error instanceof pg.DatabaseError && error.constraint === 'hours_no_overlap')
    throw new Refusal('reception:refusals.hoursOverlap');
  throw error;
}
