import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { FilterBar, Pagination, Tabs } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, SearchField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { countOf, wordsOf } from '../../../kernel/page/read-address.ts';
import { LETTER_STATES, type LetterState } from '../../../kernel/letters/inbox/index.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { listMail, MAIL_ORDERS, type MailLine } from '../queries/list-mail.ts';

/** What came by e-mail and waits for a person: nothing is registered by itself. */
export const mailPage = definePage({
  path: '/desk/mail',
  may: ['registrar'],
  shell: 'staff',
  async get(request) {
    const filters = filtersOf(request);
    const { format } = request.query;
    const title = request.t('incoming-mail:title');
    if (isListFormat(format)) {
      return listDownload(columnsOf(request.t), everyLetter(request, filters), format, title);
    }
    const after = countOf(request.query['after']);
    const found = await request.ask(listMail, { ...filters, after });
    return view(title, <MailView {...filters} {...found} first={after === 0} />);
  },
});

interface Filters {
  readonly state: LetterState;
  readonly words: string;
  readonly sort: (typeof MAIL_ORDERS)[number];
}

function filtersOf({ query }: PageRequest): Filters {
  return {
    state: LETTER_STATES.find((one) => one === query['state']) ?? 'new',
    words: wordsOf(query['words'], 100) ?? '',
    sort: MAIL_ORDERS.find((one) => one === query['sort']) ?? '-received',
  };
}

function everyLetter(request: PageRequest, filters: Filters): AsyncGenerator<MailLine> {
  return everyRow(async (from: From<number>) => {
    const { letters, next } = await request.ask(listMail, { ...filters, ...from, limit: 500 });
    return { rows: letters, next };
  });
}

function columnsOf(t: Translate): readonly ListColumn<MailLine>[] {
  return [
    {
      title: t('incoming-mail:columns.received'),
      width: 18,
      value: ({ receivedAt }) => formatDateTime(receivedAt, 'uk'),
    },
    { title: t('incoming-mail:columns.from'), width: 30, value: ({ fromName }) => fromName },
    { title: t('incoming-mail:columns.address'), width: 30, value: ({ fromAddress }) => fromAddress },
    { title: t('incoming-mail:columns.subject'), width: 50, value: ({ subject }) => subject },
    { title: t('incoming-mail:columns.papers'), width: 10, value: ({ papers }) => papers },
  ];
}

interface Props extends Filters {
  readonly letters: readonly MailLine[];
  readonly next: number | null;
  readonly counts: Readonly<Record<LetterState, number>>;
  readonly first: boolean;
}

function MailView({ state, words, sort, letters, next, counts, first }: Props) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('incoming-mail:title')}</h1>
      <p class="lead">{t('incoming-mail:lead')}</p>
      <Tabs
        label={t('incoming-mail:title')}
        tabs={LETTER_STATES.map((one) => ({
          path: `/desk/mail?state=${one}`,
          label: t(`incoming-mail:states.${one}`),
          current: one === state,
          count: counts[one],
        }))}
      />
      <FilterBar>
        <HiddenField name="state" value={state} />
        <SearchField label={t('incoming-mail:words')} value={words} />
      </FilterBar>
      <LettersTable letters={letters} state={state} sort={sort} />
      <Pagination first={first} next={next === null ? undefined : String(next)} />
      <Downloads />
    </>
  );
}

function LettersTable({ letters, state, sort }: Pick<Props, 'letters' | 'state' | 'sort'>) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t(`incoming-mail:states.${state}`)}
      captionHidden
      rows={letters}
      keyOf={({ id }) => id}
      sort={sort}
      empty={t(`incoming-mail:none.${state}`)}
      columns={[
        {
          key: 'subject',
          title: t('incoming-mail:columns.subject'),
          heading: true,
          cell: ({ id, subject, trouble }) => (
            <>
              <a href={`/desk/mail/${id}`}>{subject ?? t('incoming-mail:noSubject')}</a>{' '}
              {trouble === null ? null : (
                <StatusTag tone="waiting">{t(`incoming-mail:troubles.${trouble}`)}</StatusTag>
              )}
            </>
          ),
        },
        {
          key: 'from',
          title: t('incoming-mail:columns.from'),
          sortable: true,
          cell: ({ fromName, fromAddress }) => fromName ?? fromAddress ?? t('incoming-mail:unknown'),
        },
        {
          key: 'papers',
          title: t('incoming-mail:columns.papers'),
          numeric: true,
          cell: ({ papers }) => (papers === 0 ? '–' : papers),
        },
        {
          key: 'received',
          title: t('incoming-mail:columns.received'),
          narrow: true,
          sortable: true,
          cell: ({ receivedAt }) => formatDateTime(receivedAt, locale),
        },
      ]}
    />
  );
}
