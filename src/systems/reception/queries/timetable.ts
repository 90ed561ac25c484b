import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { clockOf } from '../places.ts';
import { listClosures, listHours, listLeaders } from '../timetable-store.ts';

export const timetable = defineQuery({
  name: 'reception.timetable',
  title: { uk: 'Графік особистого прийому', en: 'Timetable of personal reception' },
  may: ['resident'],
  input: z.object({}),
  output: z.object({
    leaders: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        position: z.string(),
        hours: z.array(
          z.object({
            id: z.uuid(),
            weekday: z.int().nullable(),
            week: z.int(),
            onDay: z.iso.date().nullable(),
            from: z.string(),
            to: z.string(),
            minutes: z.int(),
            place: z.string(),
            validFrom: z.iso.date(),
            validTo: z.iso.date().nullable(),
          }),
        ),
      }),
    ),
    closures: z.array(
      z.object({
        id: z.uuid(),
        leaderId: z.uuid().nullable(),
        fromDay: z.iso.date(),
        toDay: z.iso.date(),
        reason: z.string(),
      }),
    ),
  }),
  async run({ tx, now }) {
    const today = kyivDate(now);
    const lines = await listHours(tx, today);
    const leaders = (await listLeaders(tx)).map((leader) => ({
      ...leader,
      hours: lines
        .filter(({ leaderId }) => leaderId === leader.id)
        .map((line) => ({ ...line, from: clockOf(line.fromMinute), to: clockOf(line.toMinute) })),
    }));
    return { leaders, closures: [...(await listClosures(tx, today))] };
  },
});
