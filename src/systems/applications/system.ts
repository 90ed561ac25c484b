import { CASE_CLOSED } from '../../kernel/retention/erase-by-retention.ts';
import { defineSystem } from '../../kernel/system.ts';
import { attachFile } from './actions/attach-file.ts';
import { assignApplication } from './actions/assign-application.ts';
import { handOutResult } from './actions/hand-out-result.ts';
import { handOverApplication } from './actions/hand-over-application.ts';
import { leaveWithoutMotion } from './actions/leave-without-motion.ts';
import { passApplication } from './actions/pass-application.ts';
import { recordConsultation } from './actions/record-consultation.ts';
import { recordOutcome } from './actions/record-outcome.ts';
import { registerApplication } from './actions/register-application.ts';
import { resumeApplication } from './actions/resume-application.ts';
import { takeApplication } from './actions/take-application.ts';
import { turnAway } from './actions/turn-away.ts';
import { countReasons } from './turned-away/count-reasons.ts';
import { findReturns } from './turned-away/find-returns.ts';
import { seedTurnAwayReasons } from './turned-away/turn-away-store.ts';
import { withdrawApplication } from './actions/withdraw-application.ts';
import { APPLICATION } from './application.ts';
import { seedTurnedAway } from './demo/seed-turned-away.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { figures } from './figures.ts';
import { getApplication } from './queries/get-application.ts';
import { listApplications } from './queries/list-applications.ts';
import { findTrackPath } from './queries/find-track-path.ts';
import { findServices } from './queries/find-services.ts';
import { getReceipt } from './queries/get-receipt.ts';
import { listBodies } from './queries/list-bodies.ts';
import { listCaseChoices } from './queries/list-case-choices.ts';
import { prepareVisit } from './queries/prepare-visit.ts';
import { toHandOut } from './queries/to-hand-out.ts';
import { trackApplication } from './queries/track-application.ts';
import { trackPage } from './public/track-page.tsx';
import { keepServiceNames } from './seed-names.ts';
import { casePage } from './staff/case-page.tsx';
import { handOutPage } from './staff/hand-out-page.tsx';
import { listPage } from './staff/list-page.tsx';
import { packagePage } from './staff/package-page.tsx';
import { receiptPage } from './staff/receipt-page.tsx';
import { searchJson } from './staff/search-json.ts';
import { windowPage } from './staff/window-page.tsx';
import { applicationWork } from './work.ts';

export const applications = defineSystem({
  name: 'applications',
  title: { uk: 'Заяви', en: 'Applications' },
  folder: import.meta.dirname,
  actions: [
    registerApplication,
    passApplication,
    takeApplication,
    assignApplication,
    leaveWithoutMotion,
    resumeApplication,
    handOverApplication,
    recordOutcome,
    handOutResult,
    withdrawApplication,
    recordConsultation,
    turnAway,
    attachFile,
  ],
  queries: [
    trackApplication,
    findTrackPath,
    getApplication,
    listApplications,
    toHandOut,
    getReceipt,
    prepareVisit,
    findServices,
    listBodies,
    listCaseChoices,
  ],
  pages: [trackPage, windowPage, listPage, searchJson, casePage, receiptPage, packagePage, handOutPage],
  menu: [
    { menu: 'resident', path: '/track', label: 'applications:menu.track', order: 20 },
    {
      menu: 'staff',
      path: '/desk/window',
      label: 'applications:menu.window',
      order: 5,
      may: ['administrator'],
    },
    {
      menu: 'staff',
      path: '/desk/hand-out',
      label: 'applications:menu.handOut',
      order: 10,
      may: ['administrator'],
    },
    {
      menu: 'staff',
      path: '/desk/applications',
      label: 'applications:menu.list',
      order: 15,
      may: ['administrator', 'specialist', 'head', 'auditor'],
    },
  ],
  figures,
  caseKinds: [APPLICATION],
  work: [applicationWork],
  jobs: [
    {
      name: 'applications.keep-service-names',
      everySeconds: 300,
      run: ({ database, now }) => keepServiceNames(database, now),
    },
    {
      name: 'applications.find-returns',
      everySeconds: 600,
      run: ({ database, now }) => findReturns(database, now),
    },
    {
      name: 'applications.count-reasons',
      everySeconds: 3600,
      run: ({ database, now }) => countReasons(database, now),
    },
  ],
  retention: [
    {
      table: 'applications.pauses',
      personalColumns: ['reason'],
      months: 60,
      since: CASE_CLOSED,
      article: 'Наказ Мін’юсту 578/5 від 12.04.2012',
    },
    {
      table: 'applications.applications',
      personalColumns: ['decision_note', 'answers'],
      months: 60,
      since: CASE_CLOSED,
      article: 'Наказ Мін’юсту 578/5 від 12.04.2012',
    },
    {
      // Long enough to see whether the person had to come again.
      table: 'applications.turned_away',
      personalColumns: ['applicant_code', 'note'],
      months: 2,
      since: 't.happened_at',
      article: 'Закон 2297-VI, ст. 6, ч. 8',
    },
    {
      table: 'applications.consultations',
      personalColumns: ['question'],
      months: 12,
      since: 't.happened_at',
      article: 'Закон 2297-VI, ст. 6, ч. 8',
    },
  ],
  seed: {
    async run(database, { demo, now }) {
      await keepServiceNames(database, now);
      await seedTurnAwayReasons(database);
      if (!demo) return;
      await seedDemo(database, now);
      await seedTurnedAway(database, now);
      await countReasons(database, now);
    },
  },
});
