import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { SearchField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { countOf, present, wordsOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { type CallLine, listCalls } from '../queries/line.ts';
import { OUTCOMES } from '../ticket.ts';
import { LineTabs } from './line-tabs.tsx';

interface Filters {
  readonly words: string;
  readonly outcome?: (typeof OUTCOMES)[number];
}

export const callsPage = definePage({
  path: '/desk/hotline/calls',
  may: ['operator', 'leader', 'auditor'],
  shell: 'staff',
  async get(request) {
    const filters = filtersOf(request);
    const { format } = request.query;
    const title = request.t('hotline:calls.title');
    if (isListFormat(format))
      return listDownload(columnsOf(request.t, request.locale), everyLine(request, filters), format, title);
    const after = countOf(request.query['after']);
    const found = await request.ask(listCalls, { ...filters, after });
    return view(title, <CallList filters={filters} {...found} first={after === 0} />);
  },
});

function filtersOf({ query }: PageRequest): Filters {
  const outcome = OUTCOMES.find((one) => one === query['outcome']);
  return { words: wordsOf(query['words'], 100) ?? '', ...present({ outcome }) };
}

function everyLine(request: PageRequest, filters: Filters): AsyncGenerator<CallLine> {
  return everyRow(async (from: From<number>) => {
    const { calls, next } = await request.ask(listCalls, { ...filters, ...from, limit: 500 });
    return { rows: calls, next };
  });
}

function columnsOf(t: Translate, locale: Locale): readonly ListColumn<CallLine>[] {
  const title = (name: string) => t(`hotline:columns.${name}`);
  return [
    { title: title('at'), width: 20, value: ({ at }) => formatDateTime(at, locale) },
    { title: title('phone'), width: 18, value: ({ phone }) => phone },
    { title: title('caller'), width: 30, value: ({ caller }) => caller },
    { title: title('topic'), width: 30, value: ({ topic }) => topic },
    { title: title('outcome'), width: 26, value: ({ outcome }) => t(`hotline:outcomes.${outcome}`) },
    { title: title('number'), width: 18, value: ({ number }) => number },
    { title: title('operator'), width: 26, value: ({ operator }) => operator },
  ];
}

interface Props {
  readonly filters: Filters;
  readonly calls: readonly CallLine[];
  readonly next: number | null;
  readonly first: boolean;
}

function CallList({ filters, calls, next, first }: Props) {
  const { t, locale } = usePage();
  const column = (key: string) => ({ key, title: t(`hotline:columns.${key}`) });
  return (
    <>
      <h1>{t('hotline:calls.title')}</h1>
      <LineTabs current="/desk/hotline/calls" />
      <FilterBar>
        <SearchField label={t('hotline:calls.words')} value={filters.words} />
        <SelectField
          name="outcome"
          label={t('hotline:columns.outcome')}
          empty={t('hotline:list.any')}
          value={filters.outcome ?? ''}
          options={OUTCOMES.map((value) => ({ value, label: t(`hotline:outcomes.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        caption={t('hotline:calls.title')}
        captionHidden
        rows={calls}
        keyOf={({ id }) => id}
        empty={t('hotline:list.empty')}
        columns={[
          { ...column('at'), heading: true, narrow: true, cell: ({ at }) => formatDateTime(at, locale) },
          { ...column('phone'), narrow: true, cell: ({ phone }) => (phone === '' ? '–' : phone) },
          { ...column('caller'), cell: ({ caller }) => (caller === '' ? '–' : caller) },
          { ...column('topic'), cell: ({ topic }) => topic ?? '–' },
          { ...column('outcome'), cell: ({ outcome }) => t(`hotline:outcomes.${outcome}`) },
          { ...column('number'), narrow: true, cell: ({ number }) => number ?? '–' },
          { ...column('operator'), cell: ({ operator }) => operator ?? '–' },
        ]}
      />
      <Pagination first={first} next={next === null ? undefined : String(next)} />
      <Downloads />
    </>
  );
}
