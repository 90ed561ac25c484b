import { defineSystem } from '../../kernel/system.ts';
import { enterPaper } from './actions/enter-paper.ts';
import { hideComment } from './actions/hide-comment.ts';
import { publishComment } from './actions/publish-comment.ts';
import { rateCentre } from './actions/rate-centre.ts';
import { rateVisit } from './actions/rate-visit.ts';
import { setAlert } from './actions/set-alert.ts';
import { setQuestion } from './actions/set-question.ts';
import { settleLowMark } from './actions/settle-low-mark.ts';
import { figures } from './figures.ts';
import { paperFormPage } from './public/paper-form-page.tsx';
import { rateCentrePage, ratePage, thanksPage } from './public/rate-page.tsx';
import { publicRatingsPage } from './public/ratings-page.tsx';
import { exportRatings } from './queries/export-ratings.ts';
import { getAlert } from './queries/get-alert.ts';
import { listFormQuestions } from './queries/list-form-questions.ts';
import { listRatings } from './queries/list-ratings.ts';
import { publicSummary } from './queries/public-summary.ts';
import { seedRatings } from './seed/seed-ratings.ts';
import { dataDownload } from './staff/data-download.ts';
import { paperPage } from './staff/paper-page.tsx';
import { ratingsPage } from './staff/ratings-page.tsx';
import { settingsPage } from './staff/settings-page.tsx';

export const ratings = defineSystem({
  name: 'ratings',
  title: { uk: 'Оцінки якості', en: 'Ratings' },
  folder: import.meta.dirname,
  actions: [
    rateVisit,
    rateCentre,
    enterPaper,
    publishComment,
    hideComment,
    settleLowMark,
    setAlert,
    setQuestion,
  ],
  queries: [listRatings, listFormQuestions, exportRatings, getAlert, publicSummary],
  pages: [
    ratePage,
    rateCentrePage,
    thanksPage,
    publicRatingsPage,
    paperFormPage,
    ratingsPage,
    paperPage,
    settingsPage,
    dataDownload,
  ],
  menu: [
    { menu: 'resident', path: '/ratings', group: 'open-city', label: 'ratings:menu', order: 70 },
    {
      menu: 'staff',
      path: '/desk/ratings',
      group: 'centre',
      label: 'ratings:menu',
      order: 60,
      may: ['head', 'auditor'],
    },
    {
      menu: 'staff',
      path: '/desk/ratings/paper',
      group: 'centre',
      label: 'ratings:menuPaper',
      order: 61,
      may: ['administrator'],
    },
  ],
  figures,
  retention: [
    {
      table: 'ratings.ratings',
      personalColumns: ['comment', 'settled_note'],
      months: 12,
      since: 't.rated_at',
      article: 'Закон № 2297-VI ст. 6: не довше, ніж потрібно для мети',
    },
  ],
  seed: {
    run: (database, { demo, now }) => seedRatings(database, demo, now),
  },
});
