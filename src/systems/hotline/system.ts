import { CASE_CLOSED } from '../../kernel/retention/erase-by-retention.ts';
import { defineSystem } from '../../kernel/system.ts';
import { answerTicket, confirmTicket } from './actions/confirm-ticket.ts';
import { beginShift, endShift, settleCallBack, writeAnswer } from './actions/duty.ts';
import { announceEvent, endEvent, extendEvent } from './actions/events.ts';
import { joinProblem } from './actions/join-problem.ts';
import { recordCall } from './actions/record-call.ts';
import { reportProblem } from './actions/report-problem.ts';
import { ring } from './actions/ring.ts';
import { addRoute, endRoute, importRoutes } from './actions/routes.ts';
import { tieTicket } from './actions/tie-ticket.ts';
import { refuseTicket, reportDone, routeTicket, takeTicket } from './actions/work-on-ticket.ts';
import { callBacksDue } from './call-backs-due.ts';
import { hotlineFigures } from './figures.ts';
import { hotlineFeed } from './hotline-live.ts';
import { closeSilentJob } from './jobs/close-silent.ts';
import { open311Routes } from './open311/open311-routes.ts';
import { listToPublish } from './photos/list-to-publish.ts';
import { photoRoutes } from './photos/photo-routes.ts';
import { decidePhoto, publishWords } from './photos/publish-problem.ts';
import { publishingPage } from './photos/publishing-page.tsx';
import { boardPage } from './public/board-page.tsx';
import { problemPage } from './public/problem-page.tsx';
import { problemsMapPage, problemsPage } from './public/problems-page.tsx';
import { reportPage } from './public/report-page.tsx';
import { reportedPage } from './public/reported-page.tsx';
import { trackPage } from './public/track-page.tsx';
import { getEvent, listEvents } from './queries/events.ts';
import { findHouse } from './queries/find-house.ts';
import { listChoices } from './queries/list-choices.ts';
import { listCalls, listDuty, wallboard } from './queries/line.ts';
import { operatorDesk } from './queries/operator-desk.ts';
import { findNearby } from './queries/find-nearby.ts';
import { findPlaces } from './queries/find-places.ts';
import { getProblem } from './queries/problem.ts';
import { listHotlineTopics, listProblems } from './queries/problems.ts';
import { listRoutes, previewRoutes } from './queries/routes.ts';
import { searchKnowledge } from './queries/search-knowledge.ts';
import { getTicket, listTickets, trackTicket } from './queries/tickets.ts';
import { lastLineReportPage, lineReportPage, lineReportPrintPage } from './report/report-page.tsx';
import { lineReport, shownLineReport } from './report/report.ts';
import { seedHotline } from './seed/seed-hotline.ts';
import { callsPage } from './staff/calls-page.tsx';
import { deskPage } from './staff/desk-page.tsx';
import { dutyPage } from './staff/duty-page.tsx';
import { eventPage } from './staff/event-page.tsx';
import { eventsPage } from './staff/events-page.tsx';
import { routesImportPage } from './staff/routes-import-page.tsx';
import { routesPage } from './staff/routes-page.tsx';
import { ticketPage } from './staff/ticket-page.tsx';
import { ticketsPage } from './staff/tickets-page.tsx';
import { TICKET } from './ticket.ts';
import { ticketWork } from './work.ts';

const ARTICLE = 'Закон 393/96-ВР, наказ Мін’юсту № 578/5: звернення громадян, 5 років';

export const hotline = defineSystem({
  name: 'hotline',
  title: { uk: 'Гаряча лінія', en: 'Hotline' },
  folder: import.meta.dirname,
  actions: [
    recordCall,
    reportProblem,
    joinProblem,
    decidePhoto,
    publishWords,
    takeTicket,
    reportDone,
    refuseTicket,
    routeTicket,
    confirmTicket,
    answerTicket,
    ring,
    announceEvent,
    extendEvent,
    endEvent,
    tieTicket,
    beginShift,
    endShift,
    settleCallBack,
    writeAnswer,
    addRoute,
    endRoute,
    importRoutes,
  ],
  queries: [
    operatorDesk,
    listTickets,
    getTicket,
    trackTicket,
    listProblems,
    listHotlineTopics,
    getProblem,
    findNearby,
    findPlaces,
    listToPublish,
    findHouse,
    wallboard,
    listDuty,
    listCalls,
    searchKnowledge,
    listEvents,
    getEvent,
    listChoices,
    listRoutes,
    previewRoutes,
    lineReport,
    shownLineReport,
  ],
  pages: [
    reportPage,
    reportedPage,
    problemsPage,
    problemsMapPage,
    problemPage,
    publishingPage,
    trackPage,
    boardPage,
    deskPage,
    ticketsPage,
    ticketPage,
    dutyPage,
    callsPage,
    eventsPage,
    eventPage,
    routesPage,
    routesImportPage,
    lastLineReportPage,
    lineReportPage,
    lineReportPrintPage,
  ],
  routes: [open311Routes, photoRoutes],
  menu: [
    { menu: 'resident', path: '/problems', group: 'voice', label: 'hotline:menu.problems', order: 41 },
    {
      menu: 'staff',
      path: '/desk/hotline',
      label: 'hotline:menu.line',
      order: 12,
      may: ['operator'],
    },
    {
      menu: 'staff',
      path: '/desk/hotline/tickets',
      group: 'voice',
      label: 'hotline:menu.tickets',
      order: 43,
      may: ['leader', 'specialist', 'auditor'],
    },
  ],
  caseKinds: [TICKET],
  work: [ticketWork],
  errands: [callBacksDue],
  jobs: [closeSilentJob],
  liveFeeds: [hotlineFeed],
  figures: Object.values(hotlineFigures),
  retention: [
    {
      table: 'hotline.tickets',
      personalColumns: ['place', 'body', 'phone', 'comment', 'media_url'],
      months: 60,
      since: CASE_CLOSED,
      article: ARTICLE,
    },
    {
      table: 'hotline.joiners',
      personalColumns: ['email'],
      months: 12,
      since: CASE_CLOSED,
      article: 'Порядок роботи гарячої лінії: пошта тих, хто долучився, рік після закриття',
    },
    {
      table: 'hotline.calls',
      personalColumns: ['phone', 'caller', 'note'],
      months: 60,
      since: 't.at',
      article: ARTICLE,
    },
    {
      table: 'hotline.call_backs',
      personalColumns: ['phone', 'caller', 'about'],
      months: 3,
      since: 't.due_at',
      article: 'Порядок роботи гарячої лінії: номер для передзвону, 3 місяці',
    },
    {
      table: 'hotline.rings',
      personalColumns: ['phone'],
      months: 1,
      since: 't.told_at',
      article: 'Порядок роботи гарячої лінії: повідомлення станції, 1 місяць',
    },
  ],
  mayOpenFile: async (_tx, actor, file) => file.case_id !== null && actor.roles.includes('operator'),
  seed: { run: (database, { demo, now }) => seedHotline(database, demo, now) },
});
