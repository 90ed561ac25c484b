import { defineSystem } from '../../kernel/system.ts';
import { changeDeadlineRule } from './actions/change-deadline-rule.ts';
import { chooseTenDays } from './actions/choose-ten-days.ts';
import { confirmDeadlineRule } from './actions/confirm-deadline-rule.ts';
import { addHolidayAction, endHolidayAction } from './actions/holiday.ts';
import { removeLocalDayAction, setLocalDayAction } from './actions/local-day.ts';
import { addMartialLawAction, endMartialLaw } from './actions/martial-law.ts';
import { closeHall, reopenHall, setOpeningHours, setSpecialDayAction } from './actions/reception.ts';
import { READERS } from './law-input.ts';
import { openingHoursPage } from './public/opening-hours-page.tsx';
import { termsPage as countPage } from './public/terms-page.tsx';
import { countTerm } from './queries/count-term.ts';
import { findServices } from './queries/find-services.ts';
import { listTerms } from './queries/list-terms.ts';
import { openingHoursQuery } from './queries/opening-hours.ts';
import { overview } from './queries/overview.ts';
import { reception } from './queries/reception.ts';
import { yearCalendar } from './queries/year-calendar.ts';
import { calendarPage } from './staff/calendar-page.tsx';
import { overviewPage } from './staff/overview-page.tsx';
import { receptionPage } from './staff/reception-page.tsx';
import { termPage } from './staff/term-page.tsx';
import { termsPage } from './staff/terms-page.tsx';

/** Its tables are the kernel's (calendar, clock), and so is their seed; here a lawyer corrects them. */
export const law = defineSystem({
  name: 'law',
  title: { uk: 'Право і календарі', en: 'Law and calendars' },
  folder: import.meta.dirname,
  actions: [
    changeDeadlineRule,
    confirmDeadlineRule,
    chooseTenDays,
    addMartialLawAction,
    endMartialLaw,
    setLocalDayAction,
    removeLocalDayAction,
    addHolidayAction,
    endHolidayAction,
    setOpeningHours,
    closeHall,
    reopenHall,
    setSpecialDayAction,
  ],
  queries: [overview, listTerms, yearCalendar, reception, openingHoursQuery, countTerm, findServices],
  pages: [openingHoursPage, countPage, overviewPage, termsPage, termPage, calendarPage, receptionPage],
  menu: [
    { menu: 'resident', path: '/opening-hours', group: 'centre', label: 'law:menuHours', order: 50 },
    { menu: 'resident', path: '/terms', group: 'centre', label: 'law:menuCount', order: 25 },
    { menu: 'staff', path: '/desk/law', group: 'house', label: 'law:menu', order: 75, may: READERS },
  ],
});
