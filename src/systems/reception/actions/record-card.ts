import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { cardInput, type RegisteredAppeal, registerAppeal } from '../../appeals/index.ts';
import { insertQuestion } from '../question-store.ts';
import { cardQuestions, visitIdInput } from '../reception-input.ts';
import { getVisit, moveVisit, requireOwnReception, type Visit } from '../visit-store.ts';

/** Картка особистого прийому: what was asked and how each question ended; what needs study becomes an appeal. */
export const recordCard = defineAction({
  name: 'reception.record-card',
  title: { uk: 'Заповнити картку прийому', en: 'Fill in the card of a reception' },
  may: ['registrar', 'leader'],
  input: z.object({
    visitId: visitIdInput,
    /** An appeal needs it: Law 393/96-VR art. 5. */
    address: personal(z.string().trim().max(500)).default(''),
    questions: cardQuestions,
  }),
  output: z.object({
    visitId: z.uuid(),
    appeals: z.array(z.object({ number: z.string(), trackingCode: personal(z.string()) })),
  }),
  async run(deed, { visitId, address, questions }) {
    const { tx, now, actor } = deed;
    const visit = await getVisit(tx, { id: visitId });
    requireOwnReception(actor, visit.leaderId);
    // The paper may be filled in minutes early, never days.
    if (kyivDate(visit.startsAt) > kyivDate(now)) throw new Refusal('reception:refusals.notYet');
    await moveVisit(deed, visitId, 'receive');
    await sql`update reception.visits set address = ${address} where id = ${visitId}`.execute(tx);
    const appeals: RegisteredAppeal[] = [];
    for (const [index, { topic, text, outcome, answer }] of questions.entries()) {
      const appeal =
        outcome === 'appeal' ? await turnIntoAppeal(deed, visit, { topic, text, address }) : null;
      if (appeal !== null) appeals.push(appeal);
      await insertQuestion(tx, {
        id: uuid(),
        visitId,
        no: index + 1,
        day: kyivDate(visit.startsAt),
        leaderId: visit.leaderId,
        topic,
        outcome,
        words: text,
        answer,
        appealId: appeal?.id ?? null,
        synthetic: null,
      });
    }
    deed.about({ kind: 'reception-visit', id: visitId });
    return { visitId, appeals: appeals.map(({ number, trackingCode }) => ({ number, trackingCode })) };
  },
});

function turnIntoAppeal(
  deed: Deed,
  { name, phone, email }: Visit,
  { topic, text, address }: { readonly topic: string; readonly text: string; readonly address: string },
): Promise<RegisteredAppeal> {
  if (topic === 'not-stated') throw new Refusal('reception:refusals.appealTopic', {}, 422);
  if (address === '') throw new Refusal('reception:refusals.appealAddress', {}, 422);
  return registerAppeal(deed, {
    card: cardInput.parse({ channel: 'reception', kind: 'application', questions: [{ topic, text }] }),
    author: { name, address, phone, email },
    text,
  });
}
