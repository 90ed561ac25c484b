import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { searchAddresses } from '../../address-register/index.ts';
import { hotlineChanged } from '../hotline-live.ts';
import { getTopic } from '../routing.ts';
import { topicInput } from '../ticket-input.ts';

export const announceEvent = defineAction({
  name: 'hotline.announce-event',
  title: { uk: 'Оголосити масову подію', en: 'Announce a mass event' },
  may: ['operator', 'leader'],
  input: z.object({
    topic: topicInput,
    title: z.string().trim().min(5, 'hotline:input.eventTitleMissing').max(200),
    /** What the caller is told. */
    text: z.string().trim().min(5, 'hotline:input.eventTextMissing').max(2000),
    /** Code of a district of the address register; '' = the whole city. */
    district: z.string().trim().max(60).default(''),
    /** Streets as one types them; none = all. */
    streets: z.array(z.string().trim().min(2).max(100)).max(20).default([]),
    until: z.coerce.date('hotline:input.untilWrong'),
  }),
  output: z.object({ eventId: z.uuid() }),
  async run(deed, { topic, title, text, district, streets, until }) {
    await getTopic(deed.tx, topic, kyivDate(deed.now));
    if (until <= deed.now) throw new Refusal('hotline:refusals.untilPast', {}, 422);
    const streetIds: string[] = [];
    for (const street of streets) {
      const [found] = await searchAddresses(deed.tx, street, 1);
      if (found === undefined) throw new Refusal('hotline:refusals.noSuchStreet', { street }, 422);
      streetIds.push(found.streetId);
    }
    const eventId = uuid();
    await sql`
      insert into hotline.events (id, topic, title, text, district, street_ids, begins_at, until_at, announced_by)
      values (${eventId}, ${topic}, ${title}, ${text}, ${district}, ${streetIds}::uuid[], ${deed.now}, ${until},
              ${deed.actor.staffId})`.execute(deed.tx);
    deed.about({ kind: 'event', id: eventId });
    hotlineChanged(deed);
    return { eventId };
  },
});

export const endEvent = defineAction({
  name: 'hotline.end-event',
  title: { uk: 'Завершити масову подію', en: 'End a mass event' },
  may: ['operator', 'leader'],
  input: z.object({ eventId: z.uuid() }),
  output: z.object({ eventId: z.uuid() }),
  async run(deed, { eventId }) {
    const { numAffectedRows } = await sql`
      update hotline.events set ended_at = ${deed.now} where id = ${eventId} and ended_at is null`.execute(
      deed.tx,
    );
    if (numAffectedRows !== 1n) throw notFound('hotline:refusals.eventOver');
    deed.about({ kind: 'event', id: eventId });
    hotlineChanged(deed);
    return { eventId };
  },
});
