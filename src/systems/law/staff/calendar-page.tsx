import { hasRole } from '../../../kernel/actions/actor.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { definePage, type PageRequest, redirect, view } from '../../../kernel/page/define-page.ts';
import { READERS } from '../law-input.ts';
import { yearCalendar } from '../queries/year-calendar.ts';
import { CalendarDeeds } from './calendar-deeds.tsx';
import { runCalendarDeed } from './calendar-posts.ts';
import { LawTabs } from './law-tabs.tsx';
import { MarkedDays, YearView } from './year-view.tsx';

/** The legal calendar of a year, and what the city and the state decide of days. */
export const calendarPage = definePage({
  path: '/desk/law/calendar',
  may: READERS,
  shell: 'staff',
  async get(request, form) {
    const { t } = request;
    const year = yearOf(request);
    const calendar = await request.ask(yearCalendar, { year });
    return view(
      t('law:calendar.title', { year: String(year) }),
      <>
        <h1>{t('law:calendar.title', { year: String(year) })}</h1>
        <LawTabs current="calendar" />
        <YearView year={year} days={calendar.days} workingDays={calendar.workingDays} />
        <MarkedDays days={calendar.days} />
        <CalendarDeeds
          martialLaw={calendar.martialLaw}
          mayChange={hasRole(request.actor, 'head', 'it')}
          form={form}
        />
      </>,
    );
  },
  async post(request) {
    await runCalendarDeed(request);
    return redirect(request.url, 'law:notices.recounting');
  },
});

function yearOf({ query, now }: PageRequest): number {
  const asked = Number(query['year']);
  const known = Number.isInteger(asked) && asked >= 2004 && asked <= 2100;
  return known ? asked : Number(kyivDate(now).slice(0, 4));
}
