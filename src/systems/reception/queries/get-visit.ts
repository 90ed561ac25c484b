import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { inForce, loadClassifier } from '../../appeals/index.ts';
import { readQuestions } from '../question-store.ts';
import { visitIdInput } from '../reception-input.ts';
import { OUTCOMES, VISIT_CHANNELS, VISIT_STATES } from '../reception.ts';
import { getVisit as findVisit, requireOwnReception } from '../visit-store.ts';

const told = personal(z.string());

export const getVisit = defineQuery({
  name: 'reception.get-visit',
  title: { uk: 'Картка особистого прийому', en: 'Card of a personal reception' },
  may: ['registrar', 'leader', 'auditor'],
  input: z.object({ visitId: visitIdInput }),
  output: z.object({
    id: z.uuid(),
    code: z.string(),
    leaderId: z.uuid(),
    leader: z.string(),
    position: z.string(),
    startsAt: z.iso.datetime(),
    minutes: z.int(),
    place: z.string(),
    state: z.enum(VISIT_STATES),
    channel: z.enum(VISIT_CHANNELS),
    name: told,
    phone: told,
    email: told,
    address: told,
    question: told,
    questions: z.array(
      z.object({
        no: z.int(),
        topic: z.string(),
        topicLabel: z.string(),
        topicLabelEn: z.string(),
        outcome: z.enum(OUTCOMES),
        words: told,
        answer: told,
        appealId: z.uuid().nullable(),
        appealNumber: z.string().nullable(),
      }),
    ),
    topics: z.array(z.object({ code: z.string(), label: z.string(), labelEn: z.string() })),
  }),
  async run({ tx, actor, looked }, { visitId }) {
    const visit = await findVisit(tx, { id: visitId });
    requireOwnReception(actor, visit.leaderId);
    looked({ kind: 'reception-visit', id: visitId });
    const topics = inForce(await loadClassifier(tx), 'topic', kyivDate(visit.startsAt));
    return {
      ...visit,
      startsAt: visit.startsAt.toISOString(),
      questions: [...(await readQuestions(tx, visitId))],
      topics: topics.map(({ code, label, labelEn }) => ({ code, label, labelEn: labelEn ?? label })),
    };
  },
});
