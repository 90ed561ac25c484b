import { formatDate, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { SearchField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { present, wordsOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { STATES } from '../information-request.ts';
import { LIST_ORDERS, listRequests } from '../queries/list-requests.ts';
import type { RequestLine } from '../request-view.ts';
import { stateName, stateTone } from '../words.ts';

type Filters = Omit<NonNullable<Parameters<typeof listRequests.run>[1]>, 'after' | 'limit'>;

export const requestsPage = definePage({
  path: '/desk/requests',
  may: ['registrar', 'leader', 'specialist', 'auditor'],
  shell: 'staff',
  async get(request) {
    const filters = filtersOf(request);
    const { format, after } = request.query;
    const title = request.t('information-requests:list.title');
    if (isListFormat(format))
      return listDownload(columnsOf(request.t, request.locale), everyLine(request, filters), format, title);
    const found = await request.ask(listRequests, { ...filters, ...present({ after }) });
    return view(title, <RequestList filters={filters} {...found} first={after === undefined} />);
  },
});

function filtersOf({ query }: PageRequest): Filters {
  const state = STATES.find((one) => one === query['state']);
  const order = LIST_ORDERS.find((one) => one === query['order']) ?? 'newest';
  return { order, words: wordsOf(query['words']), state };
}

function everyLine(request: PageRequest, filters: Filters): AsyncGenerator<RequestLine> {
  return everyRow(async (from: From<string>) => {
    const { requests, next } = await request.ask(listRequests, { ...filters, ...from, limit: 500 });
    return { rows: requests, next };
  });
}

function columnsOf(t: Translate, locale: Locale): readonly ListColumn<RequestLine>[] {
  const title = (name: string) => t(`information-requests:columns.${name}`);
  return [
    { title: title('number'), width: 18, value: ({ number }) => number },
    { title: title('received'), width: 14, value: ({ receivedOn }) => receivedOn },
    {
      title: title('channel'),
      width: 20,
      value: ({ channel }) => t(`information-requests:channels.${channel}`),
    },
    { title: title('subject'), width: 60, value: ({ subject }) => subject },
    { title: title('requester'), width: 30, value: ({ requester }) => requester },
    { title: title('unit'), width: 30, value: ({ unit }) => unit },
    { title: title('state'), width: 24, value: ({ state }) => stateName(state, locale) },
    { title: title('due'), width: 14, value: ({ dueOn }) => dueOn },
  ];
}

interface Props {
  readonly filters: Filters;
  readonly requests: readonly RequestLine[];
  readonly next: string | null;
  readonly first: boolean;
}

function RequestList({ filters, requests, next, first }: Props) {
  const { t, locale, actor } = usePage();
  return (
    <>
      <h1>{t('information-requests:list.title')}</h1>
      {actor.roles.includes('registrar') ? (
        <p>
          <LinkButton href="/desk/requests/new" hotkey="F2">
            {t('information-requests:list.register')}
          </LinkButton>
        </p>
      ) : null}
      <FilterBar>
        <SearchField label={t('information-requests:list.words')} value={filters.words ?? ''} />
        <SelectField
          name="state"
          label={t('information-requests:columns.state')}
          empty={t('information-requests:list.any')}
          value={filters.state ?? ''}
          options={STATES.map((one) => ({ value: one, label: stateName(one, locale) }))}
        />
        <SelectField
          name="order"
          label={t('information-requests:list.order')}
          value={filters.order}
          options={LIST_ORDERS.map((one) => ({
            value: one,
            label: t(`information-requests:list.orders.${one}`),
          }))}
        />
      </FilterBar>
      <RequestTable requests={requests} />
      <Pagination first={first} next={next ?? undefined} />
      <Downloads />
    </>
  );
}

function RequestTable({ requests }: Pick<Props, 'requests'>) {
  const { t, locale, now } = usePage();
  const today = kyivDate(now);
  const column = (key: string) => ({ key, title: t(`information-requests:columns.${key}`) });
  return (
    <DataTable
      caption={t('information-requests:list.title')}
      captionHidden
      rows={requests}
      keyOf={({ id }) => id}
      empty={t('information-requests:list.empty')}
      mark={({ isOpen, dueOn }) => (isOpen && dueOn !== null && dueOn < today ? 'late' : undefined)}
      columns={[
        {
          ...column('number'),
          heading: true,
          narrow: true,
          cell: ({ id, number }) => <a href={`/desk/requests/${id}`}>{number}</a>,
        },
        { ...column('subject'), cell: ({ subject }) => subject },
        { ...column('requester'), cell: ({ requester }) => requester ?? '–' },
        {
          ...column('channel'),
          narrow: true,
          cell: ({ channel }) => t(`information-requests:channels.${channel}`),
        },
        {
          ...column('due'),
          narrow: true,
          cell: ({ dueOn, isOpen }) => (dueOn === null ? '–' : <DueBadge dueOn={dueOn} finished={!isOpen} />),
        },
        {
          ...column('state'),
          narrow: true,
          cell: (row) => <StatusTag tone={stateTone(row.state)}>{stateName(row.state, locale)}</StatusTag>,
        },
        { ...column('unit'), cell: ({ unit }) => unit ?? '–' },
        { ...column('received'), narrow: true, cell: ({ receivedOn }) => formatDate(receivedOn, locale) },
      ]}
    />
  );
}
