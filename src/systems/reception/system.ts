import { defineSystem } from '../../kernel/system.ts';
import { bookForVisitor } from './actions/book-for-visitor.ts';
import { bookVisit } from './actions/book-visit.ts';
import { cancelVisit } from './actions/cancel-visit.ts';
import { closeDays } from './actions/close-days.ts';
import { endHours } from './actions/end-hours.ts';
import { markNoShow } from './actions/mark-no-show.ts';
import { moveVisit } from './actions/move-visit.ts';
import { receiveWalkIn } from './actions/receive-walk-in.ts';
import { recordCard } from './actions/record-card.ts';
import { recordQuestion } from './actions/record-question.ts';
import { setHours } from './actions/set-hours.ts';
import { receptionFigures } from './figures.ts';
import { remind } from './jobs/remind.ts';
import { settleDays } from './jobs/settle-days.ts';
import { bookPage } from './public/book-page.tsx';
import { timetablePage } from './public/timetable-page.tsx';
import { movePage } from './public/move-page.tsx';
import { visitPage } from './public/visit-page.tsx';
import { daySheet } from './queries/day-sheet.ts';
import { freePlaces } from './queries/free-places.ts';
import { getVisit } from './queries/get-visit.ts';
import { listVisits } from './queries/list-visits.ts';
import { timetable } from './queries/timetable.ts';
import { timeLeft } from './queries/time-left.ts';
import { visitStatus } from './queries/visit-status.ts';
import { seedReception } from './seed.ts';
import { deskBookPage } from './staff/book-page.tsx';
import { cardPage } from './staff/card-page.tsx';
import { sheetPage } from './staff/sheet-page.tsx';
import { cardPrintPage } from './staff/card-print-page.tsx';
import { deskTimetablePage } from './staff/timetable-page.tsx';
import { walkInPage } from './staff/walk-in-page.tsx';
import { visitsPage } from './staff/visits-page.tsx';

const ARTICLE = 'Наказ Мін’юсту № 578/5 від 12.04.2012: картки особистого прийому, 5 років';

export const reception = defineSystem({
  name: 'reception',
  title: { uk: 'Особистий прийом', en: 'Personal reception' },
  folder: import.meta.dirname,
  actions: [
    bookVisit,
    bookForVisitor,
    receiveWalkIn,
    moveVisit,
    cancelVisit,
    markNoShow,
    recordCard,
    recordQuestion,
    setHours,
    endHours,
    closeDays,
  ],
  queries: [timetable, freePlaces, timeLeft, visitStatus, listVisits, getVisit, daySheet],
  pages: [
    timetablePage,
    bookPage,
    visitPage,
    movePage,
    visitsPage,
    deskBookPage,
    walkInPage,
    deskTimetablePage,
    sheetPage,
    cardPage,
    cardPrintPage,
  ],
  menu: [
    { menu: 'resident', path: '/reception', group: 'voice', label: 'reception:menu', order: 45 },
    {
      menu: 'staff',
      path: '/desk/reception',
      group: 'voice',
      label: 'reception:menu',
      order: 43,
      may: ['registrar', 'leader', 'auditor'],
    },
  ],
  figures: Object.values(receptionFigures),
  jobs: [settleDays, remind],
  retention: [
    {
      table: 'reception.visits',
      personalColumns: ['name', 'phone', 'email', 'address', 'question'],
      months: 60,
      since: 't.ended_at',
      article: ARTICLE,
    },
    {
      table: 'reception.questions',
      personalColumns: ['words', 'answer'],
      months: 60,
      since: "t.day::timestamp at time zone 'Europe/Kyiv'",
      article: ARTICLE,
    },
  ],
  seed: { run: (database, { demo, now }) => seedReception(database, demo, now) },
});
