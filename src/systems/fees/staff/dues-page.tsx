import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FigureNumber, FigureRow } from '../../../kernel/page/components/figure-number.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { SearchField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { type ListAddress, readListAddress, sortOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { groupedPayCode } from '../bank-codes.ts';
import { DUE_STATES, TONES } from '../due.ts';
import { DUE_ORDER_NAMES, type DueLine, type DueOrder } from '../due-store.ts';
import { formatMoneyText } from '../money.ts';
import { listDuesQuery } from '../queries/list-dues.ts';
import { moneySummary } from '../queries/money-summary.ts';
import { FeeTabs } from './fee-tabs.tsx';

const PAGE = 50;

type Filters = ListAddress<DueOrder> & { readonly state?: (typeof DUE_STATES)[number] };

/** Who was charged what, and whether it came. */
export const duesPage = definePage({
  path: '/desk/fees',
  may: ['administrator', 'head', 'auditor'],
  shell: 'staff',
  async get(request) {
    const filters = filtersOf(request);
    const title = request.t('fees:dues.title');
    const { format } = request.query;
    if (isListFormat(format)) {
      return listDownload(columnsOf(request.t), everyDue(request, filters), format, title);
    }
    const found = await request.ask(listDuesQuery, { ...filters, limit: PAGE });
    const summary = await request.ask(moneySummary, {});
    return view(title, <Dues filters={filters} summary={summary} {...found} />);
  },
});

function filtersOf(request: PageRequest): Filters {
  const state = DUE_STATES.find((one) => one === request.query['state']);
  return {
    ...readListAddress(request, DUE_ORDER_NAMES, 'charged'),
    ...(state === undefined ? {} : { state }),
  };
}

function everyDue(request: PageRequest, filters: Filters): AsyncGenerator<DueLine> {
  return everyRow(async ({ after: offset = 0 }: From<number>) => {
    const { dues } = await request.ask(listDuesQuery, { ...filters, offset, limit: 500 });
    return { rows: dues, next: dues.length < 500 ? null : offset + 500 };
  });
}

/** Money goes out as text with two digits: a spreadsheet's number would be a binary fraction. */
function columnsOf(t: Translate): readonly ListColumn<DueLine>[] {
  const title = (name: string) => t(`fees:columns.${name}`);
  return [
    { title: title('number'), width: 20, value: ({ caseNumber }) => caseNumber },
    { title: title('code'), width: 16, value: ({ code }) => code },
    { title: title('service'), width: 50, value: ({ serviceName }) => serviceName },
    { title: title('applicant'), width: 30, value: ({ applicant }) => applicant },
    { title: title('charged'), width: 12, value: ({ chargedOn }) => chargedOn },
    { title: title('amount'), width: 12, value: ({ amount }) => amount },
    { title: title('paid'), width: 12, value: ({ paid }) => paid },
    { title: title('waiver'), width: 30, value: ({ waiverTitle }) => waiverTitle },
    { title: title('state'), width: 20, value: ({ state }) => t(`fees:states.${state}`) },
  ];
}

interface Props {
  readonly filters: Filters;
  readonly dues: readonly DueLine[];
  readonly found: number;
  readonly summary: z.output<typeof moneySummary.output>;
}

function Dues({ filters, dues, found, summary }: Props) {
  const { t, actor } = usePage();
  const { offset } = filters;
  return (
    <>
      <h1>{t('fees:dues.title')}</h1>
      <FeeTabs current="/desk/fees" />
      <Summary summary={summary} />
      {actor.roles.includes('administrator') ? (
        <p>
          <LinkButton href="/desk/fees/charge" hotkey="F2">
            {t('fees:charge.title')}
          </LinkButton>
        </p>
      ) : null}
      <DueFilters filters={filters} found={found} />
      <DueTable dues={dues} sort={sortOf(filters)} />
      <Pagination
        first={offset === 0}
        next={offset + dues.length < found ? `${offset + dues.length}` : undefined}
      />
      <Downloads />
    </>
  );
}

/** Each number leads to its rows. */
function Summary({ summary }: Pick<Props, 'summary'>) {
  const { t, locale, actor } = usePage();
  const month = `from=${summary.month}-01&to=${lastDayOf(summary.month)}`;
  const seesPayments = actor.roles.includes('head') || actor.roles.includes('auditor');
  return (
    <FigureRow>
      <FigureNumber
        name={t('fees:summary.received')}
        value={formatMoneyText(summary.receivedThisMonth, locale)}
        href={
          seesPayments
            ? `/desk/fees/payments?show=matched&${month}`
            : `/figures/fees.revenue?${month}&by=service`
        }
      />
      <FigureNumber
        name={t('fees:summary.unpaid', { count: summary.unpaidCount })}
        value={formatMoneyText(summary.unpaid, locale)}
        href="/desk/fees?state=due"
      />
      <FigureNumber
        name={t('fees:summary.unmatched', { count: summary.unmatchedCount })}
        value={formatMoneyText(summary.unmatched, locale)}
        href={seesPayments ? '/desk/fees/payments' : `/figures/fees.unmatched?${month}`}
      />
      <FigureNumber
        name={t('fees:summary.refunded')}
        value={formatMoneyText(summary.refundedThisMonth, locale)}
        href={`/figures/fees.refunded?${month}`}
      />
    </FigureRow>
  );
}

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 2000, number ?? 1, 0)).toISOString().slice(0, 10);
}

function DueFilters({ filters, found }: Pick<Props, 'filters' | 'found'>) {
  const { t, url } = usePage();
  return (
    <FilterBar found={found} clearPath={url.includes('?') ? '/desk/fees' : undefined}>
      <SearchField label={t('fees:dues.words')} value={filters.words} />
      <SelectField
        name="state"
        label={t('fees:columns.state')}
        empty={t('fees:dues.any')}
        value={filters.state ?? ''}
        options={DUE_STATES.map((state) => ({ value: state, label: t(`fees:states.${state}`) }))}
      />
      <TextField name="from" label={t('fees:dues.from')} value={filters.from ?? ''} type="date" />
      <TextField name="to" label={t('fees:dues.to')} value={filters.to ?? ''} type="date" />
    </FilterBar>
  );
}

function DueTable({ dues, sort }: { dues: readonly DueLine[]; sort: string }) {
  const { t, locale } = usePage();
  const title = (name: string) => t(`fees:columns.${name}`);
  return (
    <DataTable
      caption={t('fees:dues.title')}
      captionHidden
      rows={dues}
      keyOf={({ id }) => id}
      sort={sort}
      empty={t('fees:dues.empty')}
      columns={[
        {
          key: 'number',
          title: title('number'),
          heading: true,
          narrow: true,
          sortable: true,
          cell: ({ id, caseNumber }) => <a href={`/desk/fees/dues/${id}`}>{caseNumber}</a>,
        },
        { key: 'service', title: title('service'), sortable: true, cell: ({ serviceName }) => serviceName },
        { key: 'applicant', title: title('applicant'), cell: ({ applicant }) => applicant ?? '–' },
        { key: 'code', title: title('code'), narrow: true, cell: ({ code }) => groupedPayCode(code) },
        {
          key: 'charged',
          title: title('charged'),
          narrow: true,
          sortable: true,
          cell: ({ chargedOn }) => formatDate(chargedOn, locale),
        },
        moneyColumn('amount', t, locale),
        moneyColumn('paid', t, locale),
        {
          key: 'state',
          title: title('state'),
          narrow: true,
          cell: ({ state }) => <StatusTag tone={TONES[state]}>{t(`fees:states.${state}`)}</StatusTag>,
        },
      ]}
    />
  );
}

function moneyColumn(key: 'amount' | 'paid', t: Translate, locale: Locale) {
  return {
    key,
    title: t(`fees:columns.${key}`),
    numeric: true,
    sortable: true,
    cell: (due: DueLine) => formatMoneyText(due[key], locale),
  };
}
