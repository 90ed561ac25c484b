import { defineSystem } from '../../kernel/system.ts';
import { leaseBook } from './actions/lease-book.ts';
import { mergeEntry } from './actions/merge-entry.ts';
import { saveWorkplace } from './actions/save-workplace.ts';
import { settleArrival } from './actions/settle-arrival.ts';
import { addStop, cancelStop, importStops } from './actions/stops.ts';
import { communityMapPage, mobileCalendarPage, mobilePage, stopsMapPage } from './public/mobile-page.tsx';
import { listArrivals } from './queries/list-arrivals.ts';
import { listChoices, listStops, listWorkplaces } from './queries/stops.ts';
import { vanDesk } from './queries/van-desk.ts';
import { seedMobileOffice } from './seed.ts';
import { arrivalsPage } from './staff/arrivals-page.tsx';
import { timetablePage } from './staff/timetable-page.tsx';
import { vanLeasePage, vanMergePage, vanPage, vanWorkerPage } from './staff/van-page.tsx';

export const mobileOffice = defineSystem({
  name: 'mobile-office',
  title: { uk: 'Мобільний офіс', en: 'Mobile office' },
  folder: import.meta.dirname,
  actions: [addStop, cancelStop, importStops, saveWorkplace, leaseBook, mergeEntry, settleArrival],
  queries: [listStops, listWorkplaces, listChoices, vanDesk, listArrivals],
  pages: [
    mobilePage,
    mobileCalendarPage,
    communityMapPage,
    stopsMapPage,
    timetablePage,
    arrivalsPage,
    vanPage,
    vanLeasePage,
    vanMergePage,
    vanWorkerPage,
  ],
  menu: [
    { menu: 'resident', path: '/mobile', group: 'centre', label: 'mobile-office:menu', order: 35 },
    {
      menu: 'staff',
      path: '/desk/mobile',
      group: 'centre',
      label: 'mobile-office:menu',
      order: 45,
      may: ['head'],
    },
    {
      menu: 'staff',
      path: '/desk/van',
      group: 'centre',
      label: 'mobile-office:menuVan',
      order: 46,
      may: ['administrator'],
    },
  ],
  retention: [
    {
      // A conflict is settled by a person; until then the words are needed to register it at all.
      table: 'mobile_office.arrivals',
      personalColumns: ['entry'],
      months: null,
      article: 'Закон № 2297-VI ст. 6: слова зникають, щойно розбіжність вирішено',
    },
  ],
  seed: { run: (database, options) => seedMobileOffice(database, options) },
});
