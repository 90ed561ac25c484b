import { sql } from 'kysely';
import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { toEpochDay, toIsoDate } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { placesOf } from '../places.ts';
import { DAYS_AHEAD } from '../reception.ts';
import { listClosures, listHours } from '../timetable-store.ts';

export const freePlaces = defineQuery({
  name: 'reception.free-places',
  title: { uk: 'Вільні місця на прийом', en: 'Free places at receptions' },
  may: ['resident'],
  input: z.object({ leaderId: z.uuid().optional() }),
  output: z.object({
    places: z.array(
      z.object({ leaderId: z.uuid(), startsAt: z.iso.datetime(), minutes: z.int(), place: z.string() }),
    ),
  }),
  async run({ tx, now, actor }, { leaderId }) {
    const today = toEpochDay(kyivDate(now));
    // The site books from tomorrow on; the desk gives today's places too.
    const from = toIsoDate(today + (hasRole(actor, 'registrar') ? 0 : 1));
    const lines = await listHours(tx, from);
    const wanted = leaderId === undefined ? lines : lines.filter((line) => line.leaderId === leaderId);
    const places = placesOf(wanted, await listClosures(tx, from), from, toIsoDate(today + DAYS_AHEAD));
    const taken = new Set(
      (
        await sql<{ place: string }>`
          select staff_id || ' ' || extract(epoch from starts_at)::bigint as place from reception.visits
           where state not in ('cancelled', 'no-show') and starts_at >= ${now}`.execute(tx)
      ).rows.map(({ place }) => place),
    );
    const free = places.filter(
      (one) => one.startsAt > now && !taken.has(`${one.leaderId} ${one.startsAt.getTime() / 1000}`),
    );
    return { places: free.map((one) => ({ ...one, startsAt: one.startsAt.toISOString() })) };
  },
});
