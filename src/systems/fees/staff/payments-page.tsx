import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { SearchField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { type ListAddress, readListAddress, sortOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { formatMoneyText } from '../money.ts';
import {
  type Payment,
  PAYMENT_ORDER_NAMES,
  PAYMENT_SHOWS,
  type PaymentOrder,
  type PaymentShow,
} from '../payment-store.ts';
import { listPaymentsQuery } from '../queries/list-payments.ts';
import { FeeTabs } from './fee-tabs.tsx';

const PAGE = 50;

type Filters = ListAddress<PaymentOrder> & { readonly show: PaymentShow };

/** What came to the accounts; at first what nobody knows the bill of. */
export const paymentsPage = definePage({
  path: '/desk/fees/payments',
  may: ['head', 'auditor'],
  shell: 'staff',
  async get(request) {
    const filters = {
      ...readListAddress(request, PAYMENT_ORDER_NAMES, 'paid'),
      show: PAYMENT_SHOWS.find((one) => one === request.query['show']) ?? 'unmatched',
    };
    const title = request.t('fees:payments.title');
    const { format } = request.query;
    if (isListFormat(format)) {
      return listDownload(columnsOf(request.t), everyPayment(request, filters), format, title);
    }
    const found = await request.ask(listPaymentsQuery, { ...filters, limit: PAGE });
    return view(title, <Payments filters={filters} {...found} />);
  },
});

function everyPayment(request: PageRequest, filters: Filters): AsyncGenerator<Payment> {
  return everyRow(async ({ after: offset = 0 }: From<number>) => {
    const { payments } = await request.ask(listPaymentsQuery, { ...filters, offset, limit: 500 });
    return { rows: payments, next: payments.length < 500 ? null : offset + 500 };
  });
}

function columnsOf(t: Translate): readonly ListColumn<Payment>[] {
  const title = (name: string) => t(`fees:columns.${name}`);
  return [
    { title: title('document'), width: 16, value: ({ document }) => document },
    { title: title('paidOn'), width: 12, value: ({ paidOn }) => paidOn },
    { title: title('amount'), width: 12, value: ({ amount }) => amount },
    { title: title('refunded'), width: 12, value: ({ refunded }) => refunded },
    { title: title('payer'), width: 30, value: ({ payerName }) => payerName },
    { title: title('purpose'), width: 60, value: ({ purpose }) => purpose },
    { title: title('number'), width: 20, value: ({ caseNumber }) => caseNumber },
    { title: title('service'), width: 40, value: ({ serviceName }) => serviceName },
  ];
}

interface Props {
  readonly filters: Filters;
  readonly payments: readonly Payment[];
  readonly found: number;
  readonly sum: string;
}

function Payments({ filters, payments, found, sum }: Props) {
  const { t, locale } = usePage();
  const { offset } = filters;
  return (
    <>
      <h1>{t('fees:payments.title')}</h1>
      <FeeTabs current="/desk/fees/payments" />
      <PaymentFilters filters={filters} found={found} />
      {found === 0 ? null : <p>{t('fees:payments.sum', { sum: formatMoneyText(sum, locale) })}</p>}
      <PaymentTable payments={payments} filters={filters} />
      <Pagination
        first={offset === 0}
        next={offset + payments.length < found ? `${offset + payments.length}` : undefined}
      />
      <Downloads />
    </>
  );
}

function PaymentFilters({ filters, found }: Pick<Props, 'filters' | 'found'>) {
  const { t, url } = usePage();
  return (
    <FilterBar found={found} clearPath={url.includes('?') ? '/desk/fees/payments' : undefined}>
      <SelectField
        name="show"
        label={t('fees:payments.show')}
        value={filters.show}
        options={PAYMENT_SHOWS.map((show) => ({ value: show, label: t(`fees:payments.shows.${show}`) }))}
      />
      <SearchField label={t('fees:payments.words')} value={filters.words} />
      <TextField name="from" label={t('fees:dues.from')} value={filters.from ?? ''} type="date" />
      <TextField name="to" label={t('fees:dues.to')} value={filters.to ?? ''} type="date" />
    </FilterBar>
  );
}

function PaymentTable({ payments, filters }: Pick<Props, 'payments' | 'filters'>) {
  const { t, locale } = usePage();
  const title = (name: string) => t(`fees:columns.${name}`);
  return (
    <DataTable
      caption={t(`fees:payments.shows.${filters.show}`)}
      captionHidden
      rows={payments}
      keyOf={({ id }) => id}
      sort={sortOf(filters)}
      empty={t(filters.show === 'unmatched' ? 'fees:payments.allMatched' : 'fees:payments.empty')}
      columns={[
        {
          key: 'document',
          title: title('document'),
          heading: true,
          narrow: true,
          cell: ({ id, document }) => <a href={`/desk/fees/payments/${id}`}>{document}</a>,
        },
        {
          key: 'paid',
          title: title('paidOn'),
          narrow: true,
          sortable: true,
          cell: ({ paidOn }) => formatDate(paidOn, locale),
        },
        {
          key: 'amount',
          title: title('amount'),
          numeric: true,
          sortable: true,
          cell: ({ amount }) => formatMoneyText(amount, locale),
        },
        { key: 'payer', title: title('payer'), sortable: true, cell: ({ payerName }) => payerName ?? '–' },
        { key: 'purpose', title: title('purpose'), cell: ({ purpose }) => purpose ?? '–' },
        {
          key: 'due',
          title: title('due'),
          narrow: true,
          cell: ({ dueId, caseNumber }) =>
            dueId === null ? t('fees:payments.none') : <a href={`/desk/fees/dues/${dueId}`}>{caseNumber}</a>,
        },
      ]}
    />
  );
}
