import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { findUnitByCode } from '../../../kernel/identity/unit-store.ts';
import { attachPhotos } from '../photos/photo-store.ts';
import { requireOwnTicket } from '../ticket.ts';
import { caseIdInput, deedView, viewDeed } from '../ticket-input.ts';
import { advanceTicket } from '../ticket-store.ts';

const doneWords = z.string().trim().min(5, 'hotline:input.doneMissing').max(5000);

export const takeTicket = defineAction({
  name: 'hotline.take-ticket',
  title: { uk: 'Узяти заявку в роботу', en: 'Take a ticket' },
  may: ['specialist'],
  importable: true,
  input: z.object({ caseId: caseIdInput }),
  output: deedView,
  async run(deed, { caseId }) {
    const done = await advanceTicket(deed, caseId, (found) => {
      requireOwnTicket(found, deed.actor);
      const taken = { event: 'taken', executorId: deed.actor.staffId };
      return found.state === 'in-work' ? taken : { ...taken, to: 'in-work' };
    });
    return viewDeed(done);
  },
});

export const reportDone = defineAction({
  name: 'hotline.report-done',
  title: { uk: 'Доповісти, що зроблено', en: 'Report a ticket done' },
  may: ['specialist'],
  importable: true,
  input: z.object({ caseId: caseIdInput, words: doneWords, fileIds: z.array(z.uuid()).max(10).default([]) }),
  output: deedView,
  async run(deed, { caseId, words, fileIds }) {
    const on = kyivDate(deed.now);
    const done = await advanceTicket(deed, caseId, (found) => {
      requireOwnTicket(found, deed.actor);
      const inTerm = found.dueOn === null ? null : on <= found.dueOn;
      return {
        event: 'reported-done',
        to: 'done',
        holder: { kind: 'applicant', unitId: null },
        clock: { type: 'pause', reason: 'hotline:clock.toConfirm', article: 'Порядок роботи гарячої лінії' },
        set: sql`done_words = ${words}, done_on = ${on}, in_term = ${inTerm}, due_on = ${found.dueOn}`,
      };
    });
    await attachPhotos(deed, caseId, fileIds, 'after');
    return viewDeed(done);
  },
});

export const refuseTicket = defineAction({
  name: 'hotline.refuse-ticket',
  title: { uk: 'Пояснити, чому не виконають', en: 'Say why a ticket will not be done' },
  may: ['specialist', 'operator'],
  importable: true,
  input: z.object({ caseId: caseIdInput, words: doneWords }),
  output: deedView,
  async run(deed, { caseId, words }) {
    const on = kyivDate(deed.now);
    const done = await advanceTicket(deed, caseId, (found) => {
      requireOwnTicket(found, deed.actor);
      const inTerm = found.dueOn === null ? null : on <= found.dueOn;
      return {
        event: 'refused',
        to: 'refused',
        outcome: 'refused',
        set: sql`done_words = ${words}, done_on = ${on}, in_term = ${inTerm}, due_on = ${found.dueOn}`,
      };
    });
    return viewDeed(done);
  },
});

export const routeTicket = defineAction({
  name: 'hotline.route-ticket',
  title: { uk: 'Передати заявку іншому підрозділу', en: 'Route a ticket to another body' },
  may: ['operator', 'specialist', 'leader'],
  input: z.object({ caseId: caseIdInput, unitCode: z.string().min(1, 'hotline:input.unitMissing').max(60) }),
  output: deedView,
  async run(deed, { caseId, unitCode }) {
    const unit = await findUnitByCode(deed.tx, unitCode);
    if (unit === undefined) throw new Refusal('cases:refusals.noSuchUnit', {}, 422);
    const done = await advanceTicket(deed, caseId, (found) => {
      requireOwnTicket(found, deed.actor);
      if (found.state === 'done') throw new Refusal('hotline:refusals.doneAlready');
      const holder = { kind: 'body' as const, unitId: unit.id };
      return { event: 'routed', unitId: unit.id, executorId: null, holder };
    });
    return viewDeed(done);
  },
});
