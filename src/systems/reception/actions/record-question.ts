import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { insertQuestion } from '../question-store.ts';
import { topicInput } from '../reception-input.ts';
import { NO_TOPIC, OUTCOMES } from '../reception.ts';

/** A question of the past, as a printed year tells it: without the person, and with what it does not state. */
export const recordQuestion = defineAction({
  name: 'reception.record-question',
  title: { uk: 'Внести питання з минулого прийому', en: 'Record a question of a past reception' },
  may: ['registrar'],
  importable: true,
  input: z.object({
    id: z.uuid().optional(),
    topic: topicInput.default(NO_TOPIC),
    outcome: z.enum(OUTCOMES, 'reception:input.outcome'),
    /** Login of the leader. */
    leader: z.string().max(100).optional(),
    /** What of it an importer had to invent. */
    synthetic: z.string().max(500).optional(),
  }),
  output: z.object({ questionId: z.uuid() }),
  async run(deed, { id = uuid(), topic, outcome, leader, synthetic }) {
    await insertQuestion(deed.tx, {
      id,
      visitId: null,
      no: 1,
      day: kyivDate(deed.now),
      leaderId: leader === undefined ? null : await getLeaderId(deed.tx, leader),
      topic,
      outcome,
      words: '',
      answer: '',
      appealId: null,
      synthetic: deed.imported ? (synthetic ?? null) : null,
    });
    deed.about({ kind: 'reception-question', id });
    return { questionId: id };
  },
});

async function getLeaderId(tx: Transaction, login: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from kernel.staff where login = ${login} and 'leader' = any(roles)`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw new Refusal('reception:refusals.noSuchLeader', {}, 422);
  return found.id;
}
