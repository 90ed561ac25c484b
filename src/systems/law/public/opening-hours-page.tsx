import type { z } from 'zod';
import { formatDate, formatTime, formatWeekday, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { openingHoursQuery } from '../queries/opening-hours.ts';
import type { ReceptionDay } from '../reception-week.ts';
import { hoursWords } from '../words.ts';

type Open = z.output<(typeof openingHoursQuery)['output']>;

/** Today, this week, and what is unlike it ahead. */
export const openingHoursPage = definePage({
  path: '/opening-hours',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 30,
  get: async (request) =>
    view(request.t('law:hours.title'), <HoursView open={await request.ask(openingHoursQuery, {})} />),
});

function HoursView({ open }: { open: Open }) {
  const { t, locale } = usePage();
  const [today] = open.days;
  const [closure] = open.closures;
  return (
    <>
      <h1>{t('law:hours.title')}</h1>
      <p class="lead law-today">
        {t(open.openNow ? 'law:hours.openNow' : 'law:hours.closedNow')}{' '}
        {today === undefined ? null : t('law:hours.today', { hours: hoursWords(today.hours, t) })}
      </p>
      {open.opensAt === null ? null : (
        <p>
          {t('law:hours.opensAt', {
            weekday: formatWeekday(open.opensAt, locale),
            date: kyivDate(open.opensAt),
            time: formatTime(open.opensAt),
          })}
        </p>
      )}
      {closure === undefined ? null : (
        <Notice kind="attention" title={t('law:hours.closure', { from: closure.from, until: closure.until })}>
          <p lang="uk">{closure.reason}</p>
        </Notice>
      )}
      <Days caption={t('law:hours.week')} days={open.days} />
      <Days caption={t('law:hours.unusual')} days={open.unusual} empty={t('law:hours.noUnusual')} />
      <p>{t('law:hours.honest', { date: formatDate(today?.date ?? '2004-01-01', locale) })}</p>
    </>
  );
}

function Days({ caption, days, empty }: { caption: string; days: readonly ReceptionDay[]; empty?: string }) {
  const { t, locale } = usePage();
  if (days.length === 0) return <p>{empty}</p>;
  const whyColumn = {
    key: 'why',
    title: t('law:hours.why'),
    cell: ({ why }: ReceptionDay) => <Why why={why} />,
  };
  return (
    <DataTable
      caption={caption}
      rows={days}
      keyOf={({ date }) => date}
      columns={[
        {
          key: 'day',
          title: t('law:hours.day'),
          heading: true,
          cell: ({ date }) => `${formatWeekday(date, locale)}, ${formatDate(date, locale)}`,
        },
        {
          key: 'hours',
          title: t('law:hours.hours'),
          narrow: true,
          cell: ({ hours }) => hoursWords(hours, t),
        },
        ...(days.some(({ why }) => why !== null) ? [whyColumn] : []),
      ]}
    />
  );
}

/** The city's own words stay in the language they were written in, and say so to a screen reader. */
function Why({ why }: Pick<ReceptionDay, 'why'>) {
  const { t } = usePage();
  if (why === null) return null;
  if (why.kind === 'holiday') return <>{t(why.message.key, why.message.params)}</>;
  return <span lang="uk">{why.text}</span>;
}
