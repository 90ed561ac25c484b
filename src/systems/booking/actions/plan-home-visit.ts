import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { civilDay, wallTime } from '../booking-input.ts';
import { writeHomeLetter } from '../home/home-letters.ts';
import { leaveDay, moveHomeVisit, takeDay } from '../home/home-visit-store.ts';
import { minuteOf } from '../slot-plan.ts';

export const planHomeVisit = defineAction({
  name: 'booking.plan-home-visit',
  title: { uk: 'Призначити день виїзду', en: 'Plan the day of a home visit' },
  input: z
    .object({ homeVisitId: z.uuid(), day: civilDay, from: wallTime, to: wallTime })
    .refine(({ from, to }) => from < to, { error: 'booking:input.clockOrder', path: ['to'] }),
  output: z.object({ homeVisitId: z.uuid(), day: z.string() }),
  may: ['administrator', 'head'],
  async run(deed, { homeVisitId: id, day, from, to }) {
    const { tx, now, actor } = deed;
    if (day < kyivDate(now)) throw new Refusal('booking:refusals.pastDay', {}, 422);
    const { before, after } = await moveHomeVisit(
      tx,
      id,
      'plan',
      sql`day = ${day}::date, from_minute = ${minuteOf(from)}, to_minute = ${minuteOf(to)}, planned_by = ${actor.staffId}`,
    );
    if (before.day !== day) {
      // In the order of days, so that two who swap them do not wait for each other.
      const steps = [
        { day, work: () => takeDay(tx, before.hall, day) },
        { day: before.day ?? '', work: () => leaveDay(tx, before) },
      ];
      for (const { work } of steps.toSorted((a, b) => (a.day < b.day ? -1 : 1))) await work();
    }
    deed.about({ kind: 'home-visit', id });
    deed.changed('state', before.state, after.state);
    deed.changed('day', before.day, day);
    await writeHomeLetter(deed, after, 'planned');
    return { homeVisitId: id, day };
  },
});
