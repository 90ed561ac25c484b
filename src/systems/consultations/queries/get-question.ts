import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { CHANNELS, STATES } from '../question.ts';

const whole = z.object({
  id: z.uuid(),
  channel: z.enum(CHANNELS),
  state: z.enum(STATES),
  askedAt: z.coerce.date(),
  dueOn: z.string(),
  question: z.string(),
  email: z.string().nullable(),
  serviceCode: z.string().nullable(),
  serviceName: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.coerce.date().nullable(),
  answeredBy: z.string().nullable(),
  closedReason: z.string().nullable(),
  publishedQuestion: z.string().nullable(),
  publishedAnswer: z.string().nullable(),
});
export type WholeQuestion = z.output<typeof whole>;

export const getQuestion = defineQuery({
  name: 'consultations.get-question',
  title: { uk: 'Запитання з адресою', en: 'A question with its address' },
  may: ['administrator', 'specialist', 'head', 'auditor'],
  input: z.object({ id: z.uuid('consultations:refusals.noSuchQuestion') }),
  output: whole,
  async run({ tx, looked }, { id }) {
    const { rows } = await sql<WholeQuestion>`
      select q.id, q.channel, q.state, q.asked_at as "askedAt", q.due_on as "dueOn", q.question, q.email,
             q.service_code as "serviceCode", q.service_name as "serviceName", q.answer,
             q.answered_at as "answeredAt", s.name as "answeredBy", q.closed_reason as "closedReason",
             p.question as "publishedQuestion", p.answer as "publishedAnswer"
        from consultations.questions q
        left join kernel.staff s on s.id = q.answered_by
        left join consultations.published p on p.id = q.id
       where q.id = ${id}`.execute(tx);
    const [row] = rows;
    if (row === undefined) throw notFound('consultations:refusals.noSuchQuestion');
    looked({ kind: 'question', id });
    return row;
  },
});
