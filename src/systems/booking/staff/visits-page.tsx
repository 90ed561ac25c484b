import { toEpochDay, toIsoDate } from '../../../kernel/calendar/epoch-day.ts';
import { formatDate, formatTime, formatWeekday, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { type Column, DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { SearchField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { present, wordsOf } from '../../../kernel/page/read-address.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { SECTORS, type Sector } from '../../service-catalogue/index.ts';
import { DAYS_AHEAD } from '../free-starts.ts';
import { type ListedVisit, listVisits } from '../queries/list-visits.ts';

interface Filters {
  readonly day: string;
  readonly sector?: Sector;
  readonly words?: string;
}

/** A day's booked visits: who is expected, for what, and what to prepare for them. */
export const visitsPage = definePage({
  path: '/desk/bookings',
  may: ['administrator', 'head'],
  shell: 'staff',
  async get(request) {
    const filters = filtersOf(request);
    const { format, after } = request.query;
    const title = request.t('booking:desk.title');
    if (isListFormat(format)) {
      const name = `${title} ${filters.day}`;
      return listDownload(listColumns(request.t, request.locale), everyVisit(request, filters), format, name);
    }
    const found = await request.ask(listVisits, { ...filters, ...present({ after }) });
    const isHead = request.actor.roles.includes('head');
    return view(
      title,
      <VisitList
        filters={filters}
        visits={found.visits}
        next={found.next}
        first={after === undefined}
        isHead={isHead}
      />,
    );
  },
});

function filtersOf({ query, now }: PageRequest): Filters {
  const asked = query['day'] ?? '';
  const sector = SECTORS.find((one) => one === query['sector']);
  return {
    day:
      /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(asked) && isDate(asked) ? asked : kyivDate(now),
    ...present({ sector, words: wordsOf(query['words'], 100) }),
  };
}

function isDate(text: string): boolean {
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

function everyVisit(request: PageRequest, filters: Filters): AsyncGenerator<ListedVisit> {
  return everyRow(async (from: From<string>) => {
    const { visits, next } = await request.ask(listVisits, { ...filters, ...from, limit: 500 });
    return { rows: visits, next };
  });
}

function servicesOf(visit: ListedVisit, locale: Locale): string {
  return visit.services.map(({ name, nameEn }) => (locale === 'uk' ? name : nameEn)).join('; ');
}

function listColumns(t: Translate, locale: Locale): readonly ListColumn<ListedVisit>[] {
  const title = (name: string) => t(`booking:columns.${name}`);
  return [
    { title: title('time'), width: 8, value: ({ startsAt }) => formatTime(new Date(startsAt)) },
    { title: title('minutes'), width: 10, value: ({ minutes }) => minutes },
    { title: title('sector'), width: 22, value: ({ sector }) => t(`page:sector.${sector}.name`) },
    { title: title('service'), width: 50, value: (visit) => servicesOf(visit, locale) },
    { title: title('people'), width: 8, value: ({ people }) => people },
    { title: title('name'), width: 28, value: ({ name }) => name },
    { title: title('phone'), width: 16, value: ({ phone }) => phone },
    {
      title: title('assistance'),
      width: 20,
      value: ({ assistance }) => (assistance === null ? null : t(`booking:assistance.${assistance}`)),
    },
    { title: title('state'), width: 16, value: ({ state }) => t(`booking:stateName.${state}`) },
    { title: title('code'), width: 12, value: ({ code }) => code },
  ];
}

interface Props {
  readonly filters: Filters;
  readonly visits: readonly ListedVisit[];
  readonly next: string | null;
  readonly first: boolean;
  readonly isHead: boolean;
}

function VisitList({ filters, visits, next, first, isHead }: Props) {
  const { t, locale, now } = usePage();
  const today = toEpochDay(kyivDate(now));
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => toIsoDate(today + ahead));
  const choices = days.includes(filters.day) ? days : [filters.day, ...days];
  return (
    <>
      <h1>{t('booking:desk.title')}</h1>
      <Buttons>
        <LinkButton href="/desk/bookings/new" hotkey="F2">
          {t('booking:telephone.title')}
        </LinkButton>
        <LinkButton href="/desk/home-visits" look="plain">
          {t('booking:home.desk')}
        </LinkButton>
      </Buttons>
      <FilterBar>
        <SelectField
          name="day"
          label={t('booking:desk.day')}
          value={filters.day}
          options={choices.map((day) => ({
            value: day,
            label: `${formatDate(day, locale)}, ${formatWeekday(day, locale)}`,
          }))}
        />
        <SelectField
          name="sector"
          label={t('booking:columns.sector')}
          empty={t('booking:desk.anySector')}
          value={filters.sector ?? ''}
          options={SECTORS.map((sector) => ({ value: sector, label: t(`page:sector.${sector}.name`) }))}
        />
        <SearchField label={t('booking:desk.words')} value={filters.words ?? ''} />
      </FilterBar>
      <DataTable
        caption={t('booking:desk.caption', { day: formatDate(filters.day, locale) })}
        rows={visits}
        keyOf={({ id }) => id}
        empty={t('booking:desk.empty')}
        columns={tableColumns(t, locale)}
      />
      <Pagination first={first} next={next ?? undefined} />
      <Downloads>
        {isHead ? (
          <LinkButton look="quiet" href="/desk/bookings/capacity">
            {t('booking:capacity.title')}
          </LinkButton>
        ) : null}
      </Downloads>
    </>
  );
}

function tableColumns(t: Translate, locale: Locale): readonly Column<ListedVisit>[] {
  const title = (name: string) => t(`booking:columns.${name}`);
  return [
    {
      key: 'time',
      title: title('time'),
      narrow: true,
      heading: true,
      cell: ({ startsAt }) => formatTime(new Date(startsAt)),
    },
    { key: 'minutes', title: title('minutes'), numeric: true, cell: ({ minutes }) => minutes },
    {
      key: 'sector',
      title: title('sector'),
      narrow: true,
      cell: ({ sector }) => <SectorTag sector={sector} short />,
    },
    { key: 'service', title: title('service'), cell: (visit) => servicesOf(visit, locale) },
    { key: 'people', title: title('people'), numeric: true, cell: ({ people }) => people },
    { key: 'name', title: title('name'), cell: ({ name }) => name ?? '–' },
    { key: 'phone', title: title('phone'), narrow: true, cell: ({ phone }) => phone ?? '–' },
    {
      key: 'assistance',
      title: title('assistance'),
      cell: ({ assistance }) => (assistance === null ? '–' : t(`booking:assistance.${assistance}`)),
    },
    {
      key: 'state',
      title: title('state'),
      narrow: true,
      cell: ({ state }) => t(`booking:stateName.${state}`),
    },
    { key: 'code', title: title('code'), narrow: true, cell: ({ code }) => code },
  ];
}
