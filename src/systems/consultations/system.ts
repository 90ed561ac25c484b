import { defineSystem } from '../../kernel/system.ts';
import { answerQuestion } from './actions/answer-question.ts';
import { askQuestion } from './actions/ask-question.ts';
import { closeQuestion } from './actions/close-question.ts';
import { publishAnswer } from './actions/publish-answer.ts';
import { recordCall } from './actions/record-call.ts';
import { answeredFigure, inAimFigure } from './figures.ts';
import { askedPage, askPage } from './public/ask-page.tsx';
import { answerPage, basePage } from './public/base-page.tsx';
import { getAnswer } from './queries/get-answer.ts';
import { getQuestion } from './queries/get-question.ts';
import { listQuestions } from './queries/list-questions.ts';
import { listServiceChoices } from './queries/list-service-choices.ts';
import { searchAnswers } from './queries/search-answers.ts';
import { seedConsultations } from './seed/seed-consultations.ts';
import { questionPage } from './staff/question-page.tsx';
import { questionsPage } from './staff/questions-page.tsx';

export const consultations = defineSystem({
  name: 'consultations',
  title: { uk: 'Консультації', en: 'Consultations' },
  folder: import.meta.dirname,
  actions: [askQuestion, recordCall, answerQuestion, publishAnswer, closeQuestion],
  queries: [searchAnswers, getAnswer, listServiceChoices, listQuestions, getQuestion],
  pages: [basePage, askPage, askedPage, answerPage, questionsPage, questionPage],
  menu: [
    { menu: 'resident', path: '/consultations', group: 'voice', label: 'consultations:menu', order: 40 },
    {
      menu: 'staff',
      path: '/desk/consultations',
      group: 'centre',
      label: 'consultations:menuDesk',
      order: 30,
      may: ['administrator', 'specialist', 'head', 'auditor'],
    },
  ],
  figures: [answeredFigure, inAimFigure],
  retention: [
    {
      table: 'consultations.questions',
      personalColumns: ['question', 'answer', 'email'],
      months: 12,
      since: 'coalesce(t.closed_at, t.answered_at)',
      article: 'Закон № 2297-VI ст. 6: не довше, ніж потрібно для мети',
    },
  ],
  seed: {
    run: (database, { demo, now }) => seedConsultations(database, demo, now),
  },
});
