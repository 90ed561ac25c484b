import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { toEpochDay } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { civilDay, emailInput, hallInput, peopleInput, servicesInput } from '../booking-input.ts';
import { DAYS_AHEAD } from '../free-starts.ts';
import { planVisit } from '../plan-visit.ts';
import { insertWaiter } from '../waiting-store.ts';

export const joinWaitingList = defineAction({
  name: 'booking.join-waiting-list',
  title: { uk: 'Чекати на звільнений час', en: 'Wait for a freed visit' },
  input: z.object({
    hall: hallInput,
    services: servicesInput,
    people: peopleInput,
    day: civilDay,
    email: emailInput,
  }),
  output: z.object({ waitingId: z.uuid() }),
  may: ['resident'],
  async run(deed, { hall, services, people, day, email }) {
    const { tx, now } = deed;
    const ahead = toEpochDay(day) - toEpochDay(kyivDate(now));
    if (ahead < 0 || ahead > DAYS_AHEAD) throw new Refusal('booking:refusals.dayNotOpen', {}, 422);
    const { first, further } = await planVisit(tx, { services, people }, day);
    // A freed visit is of one sector; to wait for several at once would be to wait for ever.
    if (further.length > 0) throw new Refusal('booking:refusals.waitForOne', {}, 422);
    const { sector, steps } = first;
    const id = uuid();
    await insertWaiter(tx, { id, hall, sector, day, services, people, steps, email }, now);
    deed.about({ kind: 'waiting', id });
    return { waitingId: id };
  },
});
