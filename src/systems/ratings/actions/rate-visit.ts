import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import { whenBroken } from '../../../kernel/database/when-broken.ts';
import { findTicketByCode } from '../../queue/index.ts';

export const rateVisit = defineAction({
  name: 'ratings.rate-visit',
  title: { uk: 'Оцінити візит за кодом із талона', en: 'Rate a visit by the code on the ticket' },
  importable: true,
  may: ['resident'],
  input: z.object({
    code: z.string().trim().toUpperCase().min(1, 'ratings:input.codeMissing').max(20),
    mark: z.coerce.number('ratings:input.markMissing').int().min(1, 'ratings:input.markMissing').max(5),
    recommend: z.coerce.number().int().min(0).max(10).nullable().default(null),
    comment: personal(z.string().trim().max(2000, 'ratings:input.commentLong')).default(''),
  }),
  output: z.object({ mark: z.number() }),
  async run(deed, input) {
    const ticket = await findTicketByCode(deed.tx, input.code);
    if (ticket === undefined) throw notFound('ratings:refusals.noSuchCode');
    if (ticket.state !== 'served') throw new Refusal('ratings:refusals.notServedYet');
    deed.about({ kind: 'ticket', id: ticket.id });
    const inserted = sql`
      insert into ratings.ratings
        (id, visit_id, day, sector, service_code, mark, recommend, comment, rated_at, recorded_at, imported)
      values (${uuid()}, ${ticket.visit_id}, ${ticket.day}::date, ${ticket.sector}, ${ticket.service_code}, ${input.mark},
              ${input.recommend}, ${input.comment || null}, ${deed.now}, ${deed.recordedAt}, ${deed.imported})`.execute(
      deed.tx,
    );
    await whenBroken(inserted, { ratings_visit_id_key: 'ratings:refusals.ratedAlready' });
    return { mark: input.mark };
  },
});
