import { defineSystem } from '../../kernel/system.ts';
import { cancelVisit } from './actions/cancel-visit.ts';
import { checkIn } from './actions/check-in.ts';
import { confirmVisit } from './actions/confirm-visit.ts';
import { holdVisit } from './actions/hold-visit.ts';
import { joinWaitingList } from './actions/join-waiting-list.ts';
import { moveVisit } from './actions/move-visit.ts';
import { setCapacity } from './actions/set-capacity.ts';
import { confirmedVisits, missedVisits } from './figures.ts';
import { expireHolds } from './jobs/expire-holds.ts';
import { bookingRetention, forgetPeople, waitingRetention } from './jobs/forget-people.ts';
import { giveFreed } from './jobs/give-freed.ts';
import { makeSlotsJob } from './jobs/make-slots.ts';
import { remind } from './jobs/remind.ts';
import { settleDays } from './jobs/settle-days.ts';
import { bookingPage } from './public/booking-page.tsx';
import { kioskBooking } from './public/kiosk-booking.tsx';
import { visitCalendarPage, visitPage } from './public/visit-page.tsx';
import { cancelPage, confirmPage, movePage } from './public/visit-posts.tsx';
import { findServices } from './queries/find-services.ts';
import { freeTimes } from './queries/free-times.ts';
import { listCapacity } from './queries/list-capacity.ts';
import { listVisits } from './queries/list-visits.ts';
import { visitStatus } from './queries/visit-status.ts';
import { seedBooking } from './seed.ts';
import { capacityPage } from './staff/capacity-page.tsx';
import { visitsPage } from './staff/visits-page.tsx';

export const booking = defineSystem({
  name: 'booking',
  title: { uk: 'Вебреєстрація', en: 'Pre-booking' },
  folder: import.meta.dirname,
  actions: [holdVisit, confirmVisit, cancelVisit, moveVisit, checkIn, joinWaitingList, setCapacity],
  queries: [findServices, freeTimes, visitStatus, listVisits, listCapacity],
  pages: [
    bookingPage,
    visitPage,
    confirmPage,
    cancelPage,
    movePage,
    visitCalendarPage,
    kioskBooking,
    visitsPage,
    capacityPage,
  ],
  menu: [
    { menu: 'resident', path: '/booking', group: 'centre', label: 'booking:menu.book', order: 25 },
    {
      menu: 'staff',
      path: '/desk/bookings',
      group: 'centre',
      label: 'booking:menu.visits',
      order: 25,
      may: ['administrator', 'head'],
    },
  ],
  figures: [confirmedVisits, missedVisits],
  jobs: [makeSlotsJob, expireHolds, giveFreed, remind, settleDays, forgetPeople],
  retention: [bookingRetention, waitingRetention],
  seed: { run: seedBooking },
});
