import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import { findTicketByCode } from '../../queue/index.ts';
import { opinionInput } from '../rating.ts';
import { keepRating } from '../rating-store.ts';

export const rateVisit = defineAction({
  name: 'ratings.rate-visit',
  title: { uk: 'Оцінити візит за кодом із талона', en: 'Rate a visit by the code on the ticket' },
  importable: true,
  may: ['resident'],
  input: z.object({
    code: z.string().trim().toUpperCase().min(1, 'ratings:input.codeMissing').max(20),
    ...opinionInput,
  }),
  output: z.object({ mark: z.number() }),
  async run(deed, { code, ...opinion }) {
    const ticket = await findTicketByCode(deed.tx, code);
    if (ticket === undefined) throw notFound('ratings:refusals.noSuchCode');
    if (ticket.state !== 'served') throw new Refusal('ratings:refusals.notServedYet');
    deed.about({ kind: 'ticket', id: ticket.id });
    await keepRating(deed, {
      ...opinion,
      channel: 'ticket',
      visitId: ticket.visit_id,
      day: ticket.day,
      sector: ticket.sector,
      serviceCode: ticket.service_code,
    });
    return { mark: opinion.mark };
  },
});
