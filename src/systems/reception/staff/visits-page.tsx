import { formatDate, formatTime, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { SearchField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { present, wordsOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { LIST_ORDERS, listVisits, type VisitLine } from '../queries/list-visits.ts';
import { timetable } from '../queries/timetable.ts';
import { dayInput, visitIdInput } from '../reception-input.ts';
import { STATE_TONES } from '../reception-words.ts';
import { VISIT_STATES, type VisitState } from '../reception.ts';
import type { Timetable } from '../public/timetable-page.tsx';

interface Filters {
  readonly day?: string | undefined;
  readonly leaderId?: string | undefined;
  readonly state?: VisitState | undefined;
  readonly words?: string | undefined;
  readonly order: (typeof LIST_ORDERS)[number];
}

/** The journal of receptions: a leader sees their own. */
export const visitsPage = definePage({
  path: '/desk/reception',
  may: ['registrar', 'leader', 'auditor'],
  shell: 'staff',
  async get(request) {
    const filters = filtersOf(request);
    const { format, after } = request.query;
    const title = request.t('reception:list.title');
    if (isListFormat(format))
      return listDownload(columnsOf(request.t, request.locale), everyVisit(request, filters), format, title);
    const found = await request.ask(listVisits, { ...filters, ...present({ after }) });
    const { leaders } = await request.ask(timetable, {});
    return view(
      title,
      <VisitList filters={filters} leaders={leaders} {...found} first={after === undefined} />,
    );
  },
});

function filtersOf({ query }: PageRequest): Filters {
  return {
    day: dayInput.safeParse(query['day']).data,
    leaderId: visitIdInput.safeParse(query['leader']).data,
    state: VISIT_STATES.find((one) => one === query['state']),
    words: wordsOf(query['words'], 100),
    order: LIST_ORDERS.find((one) => one === query['order']) ?? 'newest',
  };
}

function everyVisit(request: PageRequest, filters: Filters): AsyncGenerator<VisitLine> {
  return everyRow(async (from: From<string>) => {
    const { visits, next } = await request.ask(listVisits, { ...filters, ...from, limit: 500 });
    return { rows: visits, next };
  });
}

function outcomesOf({ outcomes }: VisitLine, t: Translate): string {
  return outcomes.map((one) => t(`reception:outcomes.${one}`)).join('; ');
}

function columnsOf(t: Translate, locale: Locale): readonly ListColumn<VisitLine>[] {
  const title = (name: string) => t(`reception:columns.${name}`);
  return [
    {
      title: title('day'),
      width: 18,
      value: ({ startsAt }) => formatDate(kyivDate(new Date(startsAt)), locale),
    },
    { title: title('clock'), width: 8, value: ({ startsAt }) => formatTime(new Date(startsAt)) },
    { title: title('leader'), width: 34, value: ({ leader, position }) => `${leader}, ${position}` },
    { title: title('name'), width: 24, value: ({ name }) => name },
    { title: title('phone'), width: 12, value: ({ phone }) => phone },
    { title: title('channel'), width: 14, value: ({ channel }) => t(`reception:channels.${channel}`) },
    { title: title('state'), width: 16, value: ({ state }) => t(`reception:states.${state}`) },
    { title: title('outcome'), width: 30, value: (visit) => outcomesOf(visit, t) },
  ];
}

interface Props {
  readonly filters: Filters;
  readonly leaders: Timetable['leaders'];
  readonly visits: readonly VisitLine[];
  readonly next: string | null;
  readonly first: boolean;
}

function VisitList({ filters, leaders, visits, next, first }: Props) {
  const { t, actor } = usePage();
  return (
    <>
      <h1>{t('reception:list.title')}</h1>
      {actor.roles.includes('registrar') || actor.roles.includes('leader') ? (
        <Buttons>
          {actor.roles.includes('registrar') ? (
            <LinkButton href="/desk/reception/new" hotkey="F2">
              {t('reception:list.book')}
            </LinkButton>
          ) : null}
          <LinkButton href="/desk/reception/walk-in" look="plain" hotkey="F4">
            {t('reception:walkIn.title')}
          </LinkButton>
          <LinkButton href="/desk/reception/timetable" look="plain">
            {t('reception:timetable.title')}
          </LinkButton>
        </Buttons>
      ) : null}
      <Filtering filters={filters} leaders={leaders} />
      <VisitTable visits={visits} />
      <Pagination first={first} next={next ?? undefined} />
      <Downloads />
      <Sheets leaders={leaders} day={filters.day} />
    </>
  );
}

function Filtering({ filters, leaders }: Pick<Props, 'filters' | 'leaders'>) {
  const { t, actor } = usePage();
  const sees = actor.roles.includes('registrar') || actor.roles.includes('auditor');
  return (
    <FilterBar>
      <SearchField label={t('reception:list.words')} value={filters.words ?? ''} />
      <TextField name="day" type="date" label={t('reception:columns.day')} value={filters.day ?? ''} />
      {sees ? (
        <SelectField
          name="leader"
          label={t('reception:columns.leader')}
          empty={t('reception:list.anyLeader')}
          value={filters.leaderId ?? ''}
          options={leaders.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <SelectField
        name="state"
        label={t('reception:columns.state')}
        empty={t('reception:list.any')}
        value={filters.state ?? ''}
        options={VISIT_STATES.map((one) => ({ value: one, label: t(`reception:states.${one}`) }))}
      />
      <SelectField
        name="order"
        label={t('reception:list.order')}
        value={filters.order}
        options={LIST_ORDERS.map((one) => ({ value: one, label: t(`reception:list.orders.${one}`) }))}
      />
    </FilterBar>
  );
}

function VisitTable({ visits }: Pick<Props, 'visits'>) {
  const { t, locale } = usePage();
  const column = (key: string) => ({ key, title: t(`reception:columns.${key}`) });
  return (
    <DataTable
      caption={t('reception:list.title')}
      captionHidden
      rows={visits}
      keyOf={({ id }) => id}
      empty={t('reception:list.empty')}
      columns={[
        {
          ...column('time'),
          heading: true,
          narrow: true,
          cell: ({ id, startsAt }) => (
            <a href={`/desk/reception/${id}`}>
              {formatDate(kyivDate(new Date(startsAt)), locale)}, {formatTime(new Date(startsAt))}
            </a>
          ),
        },
        { ...column('name'), cell: ({ name }) => name },
        { ...column('phone'), narrow: true, cell: ({ phone }) => phone || '–' },
        { ...column('leader'), cell: ({ leader }) => leader },
        { ...column('channel'), narrow: true, cell: ({ channel }) => t(`reception:channels.${channel}`) },
        {
          ...column('state'),
          narrow: true,
          cell: ({ state }) => (
            <StatusTag tone={STATE_TONES[state]}>{t(`reception:states.${state}`)}</StatusTag>
          ),
        },
        { ...column('outcome'), cell: (visit) => outcomesOf(visit, t) || '–' },
      ]}
    />
  );
}

/** The lists of the day as papers: of the chosen day, or today. */
function Sheets({ leaders, day }: { leaders: Timetable['leaders']; day: string | undefined }) {
  const { t, actor, now, locale } = usePage();
  const on = day ?? kyivDate(now);
  const own = actor.roles.includes('registrar') ? leaders : leaders.filter(({ id }) => id === actor.staffId);
  if (own.length === 0) return null;
  return (
    <>
      <h2>{t('reception:sheet.of', { day: formatDate(on, locale) })}</h2>
      <Buttons>
        {own.map(({ id, name }) => (
          <LinkButton key={id} look="quiet" href={`/desk/reception/sheet/${id}/${on}`}>
            {name}
          </LinkButton>
        ))}
      </Buttons>
    </>
  );
}
