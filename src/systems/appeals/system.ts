import { CASE_CLOSED } from '../../kernel/retention/erase-by-retention.ts';
import { defineSystem } from '../../kernel/system.ts';
import { answerQuestion } from './actions/answer-question.ts';
import { approveAnswer, sendBackAnswer } from './actions/approve-answer.ts';
import { forwardAppeal, leaveUnconsidered, returnAppeal } from './actions/close-appeal.ts';
import { confirmAnswer } from './actions/confirm-answer.ts';
import {
  nameComplainedOf,
  putUnderControl,
  removeFromControl,
  withdrawAppeal,
} from './actions/control-appeal.ts';
import { describeAppeal } from './actions/describe-appeal.ts';
import { draftAnswer } from './actions/draft-answer.ts';
import { extendTerm } from './actions/extend-term.ts';
import { fileAppeal } from './actions/file-appeal.ts';
import { giveResolution } from './actions/give-resolution.ts';
import { importAppeals } from './actions/import-appeals.ts';
import { importClassifier } from './actions/import-classifier.ts';
import { linkAppeals, unlinkAppeals } from './actions/link-appeals.ts';
import { recordOutcome } from './actions/record-outcome.ts';
import { registerAppeal } from './actions/register-appeal.ts';
import { sendAnswer } from './actions/send-answer.ts';
import { shortenTerm } from './actions/shorten-term.ts';
import { takeAppeal } from './actions/take-appeal.ts';
import { APPEAL } from './appeal.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { figures } from './figures.ts';
import { findSimilar } from './queries/find-similar.ts';
import { getAppeal } from './queries/get-appeal.ts';
import { hintSimilar } from './queries/hint-similar.ts';
import { listAppeals } from './queries/list-appeals.ts';
import { listChoices } from './queries/list-choices.ts';
import { listClassifier } from './queries/list-classifier.ts';
import { previewAppeals } from './queries/preview-appeals.ts';
import { questionsByTopic } from './queries/questions-by-topic.ts';
import { readLetter } from './queries/read-letter.ts';
import { trackAppeal } from './queries/track-appeal.ts';
import { publicAnswerPage } from './public/answer-page.ts';
import { filePage } from './public/file-page.tsx';
import { questionsPage } from './public/questions-page.tsx';
import { trackPage } from './public/track-page.tsx';
import { seedReference } from './seed.ts';
import { answerPage } from './staff/answer-page.ts';
import { cardPaperPage } from './staff/card-paper-page.tsx';
import { casePage } from './staff/case-page.tsx';
import { classifierPage } from './staff/classifier-page.tsx';
import { importPage } from './staff/import-page.tsx';
import { listPage } from './staff/list-page.tsx';
import { resolutionPaperPage } from './staff/resolution-paper-page.tsx';
import { registerPage } from './staff/register-page.tsx';
import { appealWork } from './work.ts';

const KEPT = { months: 60, article: 'КМУ 348: звернення зберігають п’ять років' } as const;

export const appeals = defineSystem({
  name: 'appeals',
  title: { uk: 'Звернення громадян', en: 'Citizens’ appeals' },
  folder: import.meta.dirname,
  actions: [
    registerAppeal,
    fileAppeal,
    describeAppeal,
    giveResolution,
    takeAppeal,
    draftAnswer,
    answerQuestion,
    approveAnswer,
    sendBackAnswer,
    sendAnswer,
    recordOutcome,
    forwardAppeal,
    returnAppeal,
    leaveUnconsidered,
    extendTerm,
    shortenTerm,
    linkAppeals,
    unlinkAppeals,
    putUnderControl,
    removeFromControl,
    nameComplainedOf,
    withdrawAppeal,
    confirmAnswer,
    importClassifier,
    importAppeals,
  ],
  queries: [
    listAppeals,
    getAppeal,
    findSimilar,
    hintSimilar,
    questionsByTopic,
    listChoices,
    readLetter,
    trackAppeal,
    listClassifier,
    previewAppeals,
  ],
  pages: [
    filePage,
    trackPage,
    publicAnswerPage,
    questionsPage,
    listPage,
    registerPage,
    classifierPage,
    importPage,
    casePage,
    answerPage,
    cardPaperPage,
    resolutionPaperPage,
  ],
  menu: [
    { menu: 'resident', path: '/appeals/new', group: 'voice', label: 'appeals:menu.file', order: 35 },
    {
      menu: 'staff',
      path: '/desk/appeals',
      group: 'voice',
      label: 'appeals:menu.desk',
      order: 16,
      may: ['registrar', 'leader', 'specialist', 'operator', 'auditor'],
    },
  ],
  figures,
  caseKinds: [APPEAL],
  work: [appealWork],
  retention: [
    {
      table: 'appeals.appeals',
      personalColumns: [
        'text',
        'sender',
        'place',
        'house_id',
        'lat',
        'lon',
        'author_key',
        'address_key',
        'sketch',
        'closing_note',
      ],
      since: CASE_CLOSED,
      ...KEPT,
    },
    { table: 'appeals.resolutions', personalColumns: ['text'], since: CASE_CLOSED, ...KEPT },
    { table: 'appeals.answers', personalColumns: ['text', 'remark'], since: CASE_CLOSED, ...KEPT },
    // The kernel keeps questions of every kind; their texts are personal wherever they come from.
    { table: 'kernel.case_questions', personalColumns: ['text'], since: CASE_CLOSED, ...KEPT },
  ],
  seed: {
    async run(database, { demo, now }) {
      await seedReference(database);
      if (demo) await seedDemo(database, now);
    },
  },
});
