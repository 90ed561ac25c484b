import { defineSystem } from '../../kernel/system.ts';
import { beginService } from './actions/begin-service.ts';
import { callNext } from './actions/call-next.ts';
import { callTicket } from './actions/call-ticket.ts';
import { closeWindow } from './actions/close-window.ts';
import { finishService } from './actions/finish-service.ts';
import { freezeHall } from './actions/freeze-hall.ts';
import { markNoShow } from './actions/mark-no-show.ts';
import { openWindow } from './actions/open-window.ts';
import { parkTicket } from './actions/park-ticket.ts';
import { recallTicket } from './actions/recall-ticket.ts';
import { resumeHall } from './actions/resume-hall.ts';
import { takeTicket } from './actions/take-ticket.ts';
import { transferTicket } from './actions/transfer-ticket.ts';
import { verifyClass } from './actions/verify-class.ts';
import { estimatesTrue, noShows, visitors, waitMinutes } from './figures.ts';
import { hallFeed } from './hall-feed.ts';
import { closeDays } from './jobs/close-days.ts';
import { learnDurationsJob } from './jobs/learn-durations.ts';
import { sealCalls } from './jobs/seal-calls.ts';
import { board } from './public/board.tsx';
import { callsDownload, callsPage, callsToday } from './public/calls.tsx';
import { kioskSector } from './public/kiosk-sector.tsx';
import { kioskSectors } from './public/kiosk-sectors.tsx';
import { kioskTicket, kioskTicketPrint } from './public/kiosk-ticket.tsx';
import { findTicketPage, ticketPage } from './public/tickets.tsx';
import { callLog } from './queries/call-log.ts';
import { estimateAccuracy } from './queries/estimate-accuracy.ts';
import { hallPanel as hallPanelQuery } from './queries/hall-panel.ts';
import { hallState } from './queries/hall-state.ts';
import { kioskMenu } from './queries/kiosk-menu.ts';
import { myWindow } from './queries/my-window.ts';
import { ticketStatus } from './queries/ticket-status.ts';
import { whatIf } from './queries/what-if.ts';
import { seedPastDay } from './seed-past-day.ts';
import { seedQueue } from './seed.ts';
import { hallPanel, hallPosts } from './staff/hall-panel.tsx';
import { whatIfPage } from './staff/what-if-page.tsx';
import { windowPosts } from './staff/window-posts.ts';

export const queue = defineSystem({
  name: 'queue',
  title: { uk: 'Електронна черга', en: 'Electronic queue' },
  folder: import.meta.dirname,
  actions: [
    takeTicket,
    openWindow,
    closeWindow,
    callNext,
    callTicket,
    recallTicket,
    parkTicket,
    markNoShow,
    transferTicket,
    beginService,
    finishService,
    verifyClass,
    freezeHall,
    resumeHall,
  ],
  queries: [hallState, ticketStatus, myWindow, hallPanelQuery, callLog, kioskMenu, estimateAccuracy, whatIf],
  pages: [
    kioskSectors,
    kioskSector,
    kioskTicket,
    kioskTicketPrint,
    findTicketPage,
    ticketPage,
    board,
    callsToday,
    callsPage,
    callsDownload,
    hallPanel,
    ...hallPosts,
    whatIfPage,
    ...windowPosts,
  ],
  menu: [
    { menu: 'resident', path: '/tickets', group: 'centre', label: 'queue:menu.ticket', order: 30 },
    { menu: 'resident', path: '/calls/main', group: 'open-city', label: 'queue:menu.calls', order: 80 },
    {
      menu: 'staff',
      path: '/desk/hall/main',
      label: 'queue:menu.hall',
      order: 20,
      may: ['head', 'administrator'],
    },
    {
      menu: 'staff',
      path: '/desk/hall/main/what-if',
      group: 'centre',
      label: 'queue:menu.whatIf',
      order: 21,
      may: ['head'],
    },
  ],
  figures: [visitors, waitMinutes, noShows, estimatesTrue],
  jobs: [sealCalls, learnDurationsJob, closeDays],
  liveFeeds: [hallFeed],
  seed: {
    run: async (database, { demo, now }) => {
      await seedQueue(database);
      if (demo) await seedPastDay(database, now);
    },
  },
});
