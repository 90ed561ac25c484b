import { mayOpenPublished } from './answer-files.ts';
import { CASE_CLOSED } from '../../kernel/retention/erase-by-retention.ts';
import { defineSystem } from '../../kernel/system.ts';
import { answerRequest } from './actions/answer-request.ts';
import { assignRequest } from './actions/assign-request.ts';
import { chargeCopies } from './actions/charge-copies.ts';
import { deferRequest } from './actions/defer-request.ts';
import { extendRequest } from './actions/extend-request.ts';
import { fileRequest } from './actions/file-request.ts';
import { forwardRequest } from './actions/forward-request.ts';
import { publishAnswer } from './actions/publish-answer.ts';
import { refuseRequest } from './actions/refuse-request.ts';
import { registerRequest } from './actions/register-request.ts';
import { resumeRequest } from './actions/resume-request.ts';
import { takeRequest } from './actions/take-request.ts';
import { withdrawRequest } from './actions/withdraw-request.ts';
import { informationRequestFigures } from './figures.ts';
import { INFORMATION_REQUEST } from './information-request.ts';
import { answerPage } from './public/answer-page.tsx';
import { filedPage, filePage } from './public/file-page.tsx';
import { journalPage } from './public/journal-page.tsx';
import { trackPage } from './public/track-page.tsx';
import { getRequest } from './queries/get-request.ts';
import { getMailForm } from './queries/get-mail-form.ts';
import { listChoices } from './queries/list-choices.ts';
import { listRequests } from './queries/list-requests.ts';
import { publicJournal } from './queries/public-journal.ts';
import { publishedAnswer } from './queries/published-answer.ts';
import { trackRequest } from './queries/track-request.ts';
import { seedRequests } from './seed/seed-requests.ts';
import { requestPage } from './staff/request-page.tsx';
import { registerPage } from './staff/register-page.tsx';
import { requestsPage } from './staff/requests-page.tsx';
import { requestWork } from './work.ts';

export const informationRequests = defineSystem({
  name: 'information-requests',
  title: { uk: 'Запити на інформацію', en: 'Information requests' },
  folder: import.meta.dirname,
  actions: [
    fileRequest,
    registerRequest,
    assignRequest,
    takeRequest,
    extendRequest,
    deferRequest,
    resumeRequest,
    chargeCopies,
    answerRequest,
    refuseRequest,
    forwardRequest,
    withdrawRequest,
    publishAnswer,
  ],
  queries: [listRequests, getRequest, trackRequest, publicJournal, publishedAnswer, listChoices, getMailForm],
  pages: [journalPage, filePage, filedPage, trackPage, answerPage, requestsPage, registerPage, requestPage],
  menu: [
    { menu: 'resident', path: '/requests', group: 'voice', label: 'information-requests:menu', order: 44 },
    {
      menu: 'staff',
      path: '/desk/requests',
      group: 'voice',
      label: 'information-requests:menu',
      order: 42,
      may: ['registrar', 'leader', 'specialist', 'auditor'],
    },
  ],
  caseKinds: [INFORMATION_REQUEST],
  work: [requestWork],
  figures: Object.values(informationRequestFigures),
  mayOpenFile: mayOpenPublished,
  retention: [
    {
      table: 'information_requests.requests',
      personalColumns: ['body', 'answer', 'refusal_words', 'test_interest', 'test_harm', 'test_balance'],
      months: 60,
      since: CASE_CLOSED,
      article: 'Наказ Мін’юсту № 578/5 від 12.04.2012: запити на інформацію, 5 років',
    },
  ],
  seed: { run: (database, { demo, now }) => seedRequests(database, demo, now) },
});
