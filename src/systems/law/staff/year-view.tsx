import { toEpochDay, weekdayOf } from '../../../kernel/calendar/epoch-day.ts';
import { formatDate, formatWeekday } from '../../../kernel/calendar/kyiv-time.ts';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { DAY_KINDS, type DayView } from '../queries/year-calendar.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const TOLD = DAY_KINDS.filter((kind) => kind !== 'ordinary');

interface YearProps {
  readonly year: number;
  readonly days: readonly DayView[];
  readonly workingDays: number;
}

/** Twelve small months; a day that is not ordinary has a sign, a frame and a word. */
export function YearView({ year, days, workingDays }: YearProps) {
  const { t, locale } = usePage();
  const months = Map.groupBy(days, ({ date }) => Number(date.slice(5, 7)));
  return (
    <>
      <nav class="law-years" aria-label={t('law:calendar.years')}>
        <a href={`?year=${year - 1}`} rel="prev">{`← ${year - 1}`}</a>
        <span>
          {t('law:calendar.workingDays', { count: workingDays, shown: formatNumber(workingDays, locale) })}
        </span>
        <a href={`?year=${year + 1}`} rel="next">{`${year + 1} →`}</a>
      </nav>
      <Legend />
      <div class="law-year">
        {MONTHS.map((month) => (
          <Month key={month} month={month} days={months.get(month) ?? []} />
        ))}
      </div>
    </>
  );
}

function Legend() {
  const { t } = usePage();
  return (
    <ul class="law-legend" aria-label={t('law:calendar.legend')}>
      {TOLD.map((kind) => (
        <li key={kind}>
          <span class="law-day" data-day={kind} aria-hidden="true">
            1<Mark kind={kind} />
          </span>{' '}
          {t(`law:days.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

function Mark({ kind }: { kind: DayView['kind'] }) {
  const { t } = usePage();
  if (kind === 'ordinary' || kind === 'weekend') return null;
  return <sup class="law-mark">{t(`law:marks.${kind}`)}</sup>;
}

function Month({ month, days }: { month: number; days: readonly DayView[] }) {
  const { t } = usePage();
  return (
    <table class="law-month">
      <caption>{t(`law:months.${month}`)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`law:weekdays.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, index) => (
          <tr key={index}>
            {week.map((day, place) => (
              <td key={place}>{day === null ? null : <Day day={day} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day }: { day: DayView }) {
  const { t } = usePage();
  const { date, kind, reason } = day;
  const words = reason === null ? t(`law:days.${kind}`) : t(reason.key, reason.params);
  return (
    <time class="law-day" dateTime={date} data-day={kind} title={kind === 'ordinary' ? undefined : words}>
      {Number(date.slice(8))}
      <span aria-hidden="true">
        <Mark kind={kind} />
      </span>
      {kind === 'ordinary' ? null : <span class="unseen">{` ${words}`}</span>}
    </time>
  );
}

/** Weeks from Monday; days of the neighbouring months are left empty. */
function weeksOf(days: readonly DayView[]): readonly (readonly (DayView | null)[])[] {
  const first = days[0];
  if (first === undefined) return [];
  const lead = weekdayOf(toEpochDay(first.date)) - 1;
  const cells = [...Array.from({ length: lead }, () => null), ...days];
  const full = [...cells, ...Array.from({ length: (7 - (cells.length % 7)) % 7 }, () => null)];
  return Array.from({ length: full.length / 7 }, (_, index) => full.slice(index * 7, index * 7 + 7));
}

/** The year's days that are unlike others, in words. */
export function MarkedDays({ days }: { days: readonly DayView[] }) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('law:calendar.marked')}
      rows={days.filter(({ reason }) => reason !== null)}
      keyOf={({ date }) => date}
      empty={t('law:calendar.noMarked')}
      columns={[
        {
          key: 'date',
          title: t('law:fields.date'),
          heading: true,
          cell: ({ date }) => formatDate(date, locale),
        },
        { key: 'weekday', title: t('law:calendar.weekday'), cell: ({ date }) => formatWeekday(date, locale) },
        { key: 'what', title: t('law:calendar.what'), cell: ({ kind }) => t(`law:days.${kind}`) },
        {
          key: 'why',
          title: t('law:calendar.why'),
          cell: ({ reason }) => (reason === null ? '' : t(reason.key, reason.params)),
        },
        { key: 'article', title: t('law:terms.article'), cell: ({ article }) => article ?? '' },
      ]}
    />
  );
}
