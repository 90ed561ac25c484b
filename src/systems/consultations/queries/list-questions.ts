import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { CHANNELS, STATES } from '../question.ts';

const line = z.object({
  id: z.uuid(),
  channel: z.enum(CHANNELS),
  state: z.enum(STATES),
  askedAt: z.coerce.date(),
  dueOn: z.string(),
  question: z.string(),
  serviceName: z.string().nullable(),
});
export type QuestionLine = z.output<typeof line>;

export const listQuestions = defineQuery({
  name: 'consultations.list-questions',
  title: { uk: 'Запитання за станом', en: 'Questions by state' },
  may: ['administrator', 'specialist', 'head', 'auditor'],
  input: z.object({
    state: z.enum(STATES).default('asked'),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ questions: z.array(line), counts: z.record(z.enum(STATES), z.number()) }),
  /** Open ones by the day they are due, the rest newest first. */
  async run({ tx }, { state, limit }) {
    const { rows } = await sql<QuestionLine>`
      select id, channel, state, asked_at as "askedAt", due_on as "dueOn", question, service_name as "serviceName"
        from consultations.questions where state = ${state}
       order by case when state = 'asked' then due_on end, asked_at desc limit ${limit}`.execute(tx);
    const counted = await sql<{ state: (typeof STATES)[number]; count: number }>`
      select state, count(*) as count from consultations.questions group by state`.execute(tx);
    const counts = { asked: 0, answered: 0, published: 0, closed: 0 };
    for (const { state: one, count } of counted.rows) counts[one] = count;
    return { questions: rows, counts };
  },
});
