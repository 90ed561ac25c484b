import { defineSystem } from '../../kernel/system.ts';
import { addPapers } from './actions/add-papers.ts';
import { attachCase } from './actions/attach-case.ts';
import { attachVisit } from './actions/attach-visit.ts';
import { discardDraft } from './actions/discard-draft.ts';
import { eraseAccount } from './actions/erase-account.ts';
import { fileOnline } from './actions/file-online.ts';
import { receiveResult } from './actions/receive-result.ts';
import { removePaper } from './actions/remove-paper.ts';
import { saveAnswers } from './actions/save-answers.ts';
import { saveApplicant } from './actions/save-applicant.ts';
import { saveContacts } from './actions/save-contacts.ts';
import { forgetDraftsJob } from './jobs/forget-drafts.ts';
import { applicantPage } from './public/applicant-page.tsx';
import { applicationPage } from './public/application-page.tsx';
import { casePage } from './public/case-page.tsx';
import { attachPage } from './public/attach-page.tsx';
import { checkPage } from './public/check-page.tsx';
import { detailsPage, erasePage } from './public/details-page.tsx';
import { filedPage } from './public/filed-page.tsx';
import { homePage } from './public/home-page.tsx';
import { lettersPage } from './public/letters-page.tsx';
import { looksPage } from './public/looks-page.tsx';
import { papersPage } from './public/papers-page.tsx';
import { questionsPage } from './public/questions-page.tsx';
import { startPage } from './public/start-page.tsx';
import { getDraft } from './queries/get-draft.ts';
import { myApplication } from './queries/my-application.ts';
import { myCase } from './queries/my-case.ts';
import { myCabinet } from './queries/my-cabinet.ts';
import { myDetails } from './queries/my-details.ts';
import { myLetters } from './queries/my-letters.ts';
import { myLooks } from './queries/my-looks.ts';
import { onlineService } from './queries/online-service.ts';
import { mayOpenResult } from './result-right.ts';
import { seedCabinet } from './seed.ts';

export const cabinet = defineSystem({
  name: 'cabinet',
  title: { uk: 'Кабінет мешканця', en: "Citizen's cabinet" },
  folder: import.meta.dirname,
  actions: [
    saveApplicant,
    saveAnswers,
    addPapers,
    removePaper,
    discardDraft,
    fileOnline,
    receiveResult,
    attachCase,
    attachVisit,
    saveContacts,
    eraseAccount,
  ],
  queries: [onlineService, getDraft, myCabinet, myApplication, myCase, myLetters, myLooks, myDetails],
  pages: [
    startPage,
    applicantPage,
    questionsPage,
    papersPage,
    checkPage,
    homePage,
    applicationPage,
    filedPage,
    casePage,
    lettersPage,
    looksPage,
    detailsPage,
    erasePage,
    attachPage,
  ],
  menu: [{ menu: 'resident', path: '/cabinet', label: 'cabinet:menu', order: 15 }],
  jobs: [forgetDraftsJob],
  retention: [
    {
      table: 'cabinet.drafts',
      personalColumns: ['contacts', 'answers', 'papers'],
      // By days, as `cabinet.draft_terms` says; the job of the cabinet deletes the rows.
      months: 1,
      article: 'Закон 2297-VI, ст. 6, ч. 8',
    },
    {
      table: 'cabinet.account_visits',
      personalColumns: ['code'],
      months: 12,
      since: 't.tied_at',
      article: 'Закон 2297-VI, ст. 6, ч. 8',
    },
  ],
  mayOpenFile: mayOpenResult,
  seed: { run: seedCabinet },
});
