import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { resolvePlace } from '../event-place.ts';
import { lockOpenEvent } from '../event-store.ts';
import { hotlineChanged } from '../hotline-live.ts';
import { getTopic } from '../routing.ts';
import { tellTied } from '../tell-tied.ts';
import { topicInput } from '../ticket-input.ts';

const ANNOUNCERS = ['operator', 'leader'] as const;
const until = z.coerce.date('hotline:input.untilWrong');
const told = z.string().trim().min(5, 'hotline:input.eventTextMissing').max(2000);

export const announceEvent = defineAction({
  name: 'hotline.announce-event',
  title: { uk: 'Оголосити масову подію', en: 'Announce a mass event' },
  may: ANNOUNCERS,
  input: z.object({
    topic: topicInput,
    title: z.string().trim().min(5, 'hotline:input.eventTitleMissing').max(200),
    /** What the caller is told. */
    text: told,
    /** Code of a district of the address register; '' = not narrowed to one. */
    district: z.string().trim().max(60).default(''),
    /** Streets as one types them, «Соборна», or with houses, «Соборна 5, 7»; none = all of the district. */
    streets: z.array(z.string().trim().min(2).max(200)).max(30).default([]),
    until,
  }),
  output: z.object({ eventId: z.uuid() }),
  async run(deed, { topic, title, text, district, streets, until: untilAt }) {
    await getTopic(deed.tx, topic, kyivDate(deed.now));
    if (untilAt <= deed.now) throw new Refusal('hotline:refusals.untilPast', {}, 422);
    const place = await resolvePlace(deed.tx, district, streets);
    const eventId = uuid();
    await sql`
      insert into hotline.events
        (id, topic, title, text, district, street_ids, house_ids, place, begins_at, until_at, announced_by)
      values (${eventId}, ${topic}, ${title}, ${text}, ${district}, ${[...place.streetIds]}::uuid[],
              ${[...place.houseIds]}::uuid[], ${place.words}, ${deed.now}, ${untilAt}, ${deed.actor.staffId})`.execute(
      deed.tx,
    );
    deed.about({ kind: 'event', id: eventId });
    hotlineChanged(deed);
    return { eventId };
  },
});

export const extendEvent = defineAction({
  name: 'hotline.extend-event',
  title: { uk: 'Продовжити масову подію', en: 'Extend a mass event' },
  may: ANNOUNCERS,
  input: z.object({
    eventId: z.uuid(),
    until,
    /** What callers are told from now on; left out: as before. */
    text: told.optional(),
  }),
  output: z.object({ eventId: z.uuid() }),
  async run(deed, { eventId, until: untilAt, text }) {
    const event = await lockOpenEvent(deed, eventId);
    if (untilAt <= deed.now) throw new Refusal('hotline:refusals.untilPast', {}, 422);
    await sql`
      update hotline.events set until_at = ${untilAt}, text = ${text ?? event.text} where id = ${eventId}`.execute(
      deed.tx,
    );
    deed.about({ kind: 'event', id: eventId });
    deed.changed('until', event.until, untilAt);
    if (text !== undefined && text !== event.text) deed.changed('text', event.text, text);
    hotlineChanged(deed);
    return { eventId };
  },
});

export const endEvent = defineAction({
  name: 'hotline.end-event',
  title: { uk: 'Завершити масову подію', en: 'End a mass event' },
  may: ANNOUNCERS,
  input: z.object({
    eventId: z.uuid(),
    /** What was done; authors of the tickets read it. */
    result: z.string().trim().min(5, 'hotline:input.resultMissing').max(2000),
  }),
  /** How many authors' tickets were tied to it and still open. */
  output: z.object({ eventId: z.uuid(), told: z.int() }),
  async run(deed, { eventId, result }) {
    const event = await lockOpenEvent(deed, eventId);
    await sql`
      update hotline.events set ended_at = ${deed.now}, ended_by = ${deed.actor.staffId}, result = ${result}
       where id = ${eventId}`.execute(deed.tx);
    const count = await tellTied(deed, event, result);
    deed.about({ kind: 'event', id: eventId });
    hotlineChanged(deed);
    return { eventId, told: count };
  },
});
