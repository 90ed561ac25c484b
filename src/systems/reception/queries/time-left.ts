import { sql } from 'kysely';
import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { placesLeft, placesOf } from '../places.ts';
import { listClosures, listHours, listLeaders } from '../timetable-store.ts';

/** Who receives today, and which of their time is free for those who did not book. */
export const timeLeft = defineQuery({
  name: 'reception.time-left',
  title: { uk: 'Вільний час прийому сьогодні', en: 'Time left at today’s receptions' },
  may: ['registrar', 'leader'],
  input: z.object({}),
  output: z.object({
    leaders: z.array(
      z.object({ id: z.uuid(), name: z.string(), position: z.string(), times: z.array(z.iso.datetime()) }),
    ),
  }),
  async run({ tx, now, actor }) {
    const day = kyivDate(now);
    const places = placesOf(await listHours(tx, day), await listClosures(tx, day), day, day);
    const { rows } = await sql<{ leaderId: string; startsAt: Date }>`
      select staff_id as "leaderId", starts_at as "startsAt" from reception.visits
       where state not in ('cancelled', 'no-show')
         and starts_at >= ${kyivInstant(day, '00:00')} and starts_at < ${kyivInstant(day, '24:00')}`.execute(
      tx,
    );
    const taken = new Set(rows.map(({ leaderId, startsAt }) => `${leaderId} ${startsAt.getTime()}`));
    const free = placesLeft(places, now).filter(
      ({ leaderId, startsAt }) => !taken.has(`${leaderId} ${startsAt.getTime()}`),
    );
    const receives = new Set(places.map(({ leaderId }) => leaderId));
    const own = hasRole(actor, 'registrar') ? null : actor.staffId;
    const leaders = (await listLeaders(tx)).filter(({ id }) => receives.has(id) && (own ?? id) === id);
    return {
      leaders: leaders.map((leader) => ({
        ...leader,
        times: free
          .filter(({ leaderId }) => leaderId === leader.id)
          .map(({ startsAt }) => startsAt.toISOString()),
      })),
    };
  },
});
