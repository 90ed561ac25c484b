import { formatDate, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { SearchField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { present, wordsOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { LIST_ORDERS, listTickets, type TicketLine } from '../queries/tickets.ts';
import { STATES } from '../ticket.ts';
import { stateName, stateTone } from '../words.ts';
import { LineTabs } from './line-tabs.tsx';

interface Filters {
  readonly words?: string;
  readonly state?: (typeof STATES)[number];
  readonly order: (typeof LIST_ORDERS)[number];
}

export const ticketsPage = definePage({
  path: '/desk/hotline/tickets',
  may: ['operator', 'leader', 'specialist', 'auditor'],
  shell: 'staff',
  async get(request) {
    const filters = filtersOf(request);
    const { format, after } = request.query;
    const title = request.t('hotline:list.title');
    if (isListFormat(format))
      return listDownload(columnsOf(request.t, request.locale), everyLine(request, filters), format, title);
    const found = await request.ask(listTickets, { ...filters, ...present({ after }) });
    return view(title, <TicketList filters={filters} {...found} first={after === undefined} />);
  },
});

function filtersOf({ query }: PageRequest): Filters {
  const state = STATES.find((one) => one === query['state']);
  const order = LIST_ORDERS.find((one) => one === query['order']) ?? 'newest';
  return { order, ...present({ words: wordsOf(query['words']), state }) };
}

function everyLine(request: PageRequest, filters: Filters): AsyncGenerator<TicketLine> {
  return everyRow(async (from: From<string>) => {
    const { tickets, next } = await request.ask(listTickets, { ...filters, ...from, limit: 500 });
    return { rows: tickets, next };
  });
}

function columnsOf(t: Translate, locale: Locale): readonly ListColumn<TicketLine>[] {
  const title = (name: string) => t(`hotline:columns.${name}`);
  return [
    { title: title('number'), width: 18, value: ({ number }) => number },
    { title: title('received'), width: 14, value: ({ receivedAt }) => kyivDate(receivedAt) },
    { title: title('problem'), width: 60, value: (line) => line.title },
    { title: title('urgency'), width: 14, value: ({ urgency }) => t(`hotline:urgencies.${urgency}`) },
    { title: title('unit'), width: 30, value: ({ unit }) => unit },
    { title: title('state'), width: 24, value: ({ state }) => stateName(state, locale) },
    { title: title('due'), width: 14, value: ({ dueOn }) => dueOn },
  ];
}

interface Props {
  readonly filters: Filters;
  readonly tickets: readonly TicketLine[];
  readonly next: string | null;
  readonly first: boolean;
}

function TicketList({ filters, tickets, next, first }: Props) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('hotline:list.title')}</h1>
      <LineTabs current="/desk/hotline/tickets" />
      <FilterBar>
        <SearchField label={t('hotline:list.words')} value={filters.words ?? ''} />
        <SelectField
          name="state"
          label={t('hotline:columns.state')}
          empty={t('hotline:list.any')}
          value={filters.state ?? ''}
          options={STATES.map((one) => ({ value: one, label: stateName(one, locale) }))}
        />
        <SelectField
          name="order"
          label={t('hotline:list.order')}
          value={filters.order}
          options={LIST_ORDERS.map((one) => ({ value: one, label: t(`hotline:list.orders.${one}`) }))}
        />
      </FilterBar>
      <TicketTable tickets={tickets} />
      <Pagination first={first} next={next ?? undefined} />
      <Downloads />
    </>
  );
}

function TicketTable({ tickets }: Pick<Props, 'tickets'>) {
  const { t, locale, now } = usePage();
  const today = kyivDate(now);
  const column = (key: string) => ({ key, title: t(`hotline:columns.${key}`) });
  return (
    <DataTable
      caption={t('hotline:list.title')}
      captionHidden
      rows={tickets}
      keyOf={({ id }) => id}
      empty={t('hotline:list.empty')}
      mark={({ isOpen, dueOn }) => (isOpen && dueOn !== null && dueOn < today ? 'late' : undefined)}
      columns={[
        {
          ...column('number'),
          heading: true,
          narrow: true,
          cell: ({ id, number }) => <a href={`/desk/hotline/tickets/${id}`}>{number}</a>,
        },
        { ...column('problem'), cell: ({ title }) => title },
        {
          ...column('urgency'),
          narrow: true,
          cell: ({ urgency }) => t(`hotline:urgencies.${urgency}`),
        },
        {
          ...column('due'),
          narrow: true,
          cell: ({ dueOn, isOpen }) => (dueOn === null ? '–' : <DueBadge dueOn={dueOn} finished={!isOpen} />),
        },
        {
          ...column('state'),
          narrow: true,
          cell: ({ state }) => <StatusTag tone={stateTone(state)}>{stateName(state, locale)}</StatusTag>,
        },
        { ...column('unit'), cell: ({ unit }) => unit ?? '–' },
        { ...column('received'), narrow: true, cell: ({ receivedAt }) => formatDate(receivedAt, locale) },
      ]}
    />
  );
}
