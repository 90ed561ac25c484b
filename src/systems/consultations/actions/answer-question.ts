import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { answerAndTell } from '../answer-question.ts';
import { answerInput } from '../question-input.ts';

export const answerQuestion = defineAction({
  name: 'consultations.answer-question',
  title: { uk: 'Відповісти на запитання', en: 'Answer a question' },
  may: ['administrator', 'specialist', 'head'],
  input: z.object({ questionId: z.uuid(), answer: answerInput }),
  output: z.object({ sent: z.boolean() }),
  run: (deed, { questionId, answer }) => answerAndTell(deed, questionId, answer),
});
