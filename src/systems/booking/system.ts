import { defineSystem } from '../../kernel/system.ts';
import { bookByTelephone } from './actions/book-by-telephone.ts';
import { cancelVisit } from './actions/cancel-visit.ts';
import { checkIn } from './actions/check-in.ts';
import { confirmHomeVisit } from './actions/confirm-home-visit.ts';
import { confirmVisit } from './actions/confirm-visit.ts';
import { endHomeVisit } from './actions/end-home-visit.ts';
import { holdVisit } from './actions/hold-visit.ts';
import { joinWaitingList } from './actions/join-waiting-list.ts';
import { moveVisit } from './actions/move-visit.ts';
import { planHomeVisit } from './actions/plan-home-visit.ts';
import { requestHomeVisit } from './actions/request-home-visit.ts';
import { setCapacity } from './actions/set-capacity.ts';
import { setCrewCapacity } from './actions/set-crew-capacity.ts';
import { withdrawHomeVisit } from './actions/withdraw-home-visit.ts';
import { assistedVisits, confirmedVisits, homeVisits, missedVisits } from './figures.ts';
import { expireHolds } from './jobs/expire-holds.ts';
import { bookingRetention, forgetPeople, homeRetention, waitingRetention } from './jobs/forget-people.ts';
import { giveFreed } from './jobs/give-freed.ts';
import { makeSlotsJob } from './jobs/make-slots.ts';
import { remind } from './jobs/remind.ts';
import { settleDays } from './jobs/settle-days.ts';
import { bookingPage } from './public/booking-page.tsx';
import { homeVisitPage, requestHomePage } from './public/home-visit-pages.tsx';
import { kioskBooking } from './public/kiosk-booking.tsx';
import { visitCalendarPage, visitPage } from './public/visit-page.tsx';
import { cancelPage, confirmPage, movePage } from './public/visit-posts.tsx';
import { findServices } from './queries/find-services.ts';
import { freeTimes } from './queries/free-times.ts';
import { homeVisitStatus } from './queries/home-visit-status.ts';
import { listCapacity } from './queries/list-capacity.ts';
import { listHomeVisits } from './queries/list-home-visits.ts';
import { listVisits } from './queries/list-visits.ts';
import { visitStatus } from './queries/visit-status.ts';
import { seedBooking } from './seed.ts';
import { capacityPage } from './staff/capacity-page.tsx';
import { homeVisitsPage } from './staff/home-visits-page.tsx';
import { telephonePage } from './staff/telephone-page.tsx';
import { toldPage } from './staff/told-page.tsx';
import { visitsPage } from './staff/visits-page.tsx';

export const booking = defineSystem({
  name: 'booking',
  title: { uk: 'Вебреєстрація', en: 'Pre-booking' },
  folder: import.meta.dirname,
  actions: [
    holdVisit,
    confirmVisit,
    cancelVisit,
    moveVisit,
    checkIn,
    joinWaitingList,
    setCapacity,
    bookByTelephone,
    requestHomeVisit,
    planHomeVisit,
    confirmHomeVisit,
    withdrawHomeVisit,
    endHomeVisit,
    setCrewCapacity,
  ],
  queries: [findServices, freeTimes, visitStatus, listVisits, listCapacity, homeVisitStatus, listHomeVisits],
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
    telephonePage,
    toldPage,
    requestHomePage,
    homeVisitPage,
    homeVisitsPage,
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
  figures: [confirmedVisits, missedVisits, assistedVisits, homeVisits],
  jobs: [makeSlotsJob, expireHolds, giveFreed, remind, settleDays, forgetPeople],
  retention: [bookingRetention, waitingRetention, homeRetention],
  seed: { run: seedBooking },
});
