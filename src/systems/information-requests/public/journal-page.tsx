import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { CheckboxField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { countOf, present, wordsOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { STATES } from '../information-request.ts';
import { publicJournal } from '../queries/public-journal.ts';
import type { PublicLine } from '../request-view.ts';
import { stateName, stateTone } from '../words.ts';

/** The journal of requests, open to everyone: what was asked, who answers, and the answers. */
export const journalPage = definePage({
  path: '/requests',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 20,
  async get(request) {
    const filters = filtersOf(request);
    const { format } = request.query;
    const title = request.t('information-requests:journal.title');
    if (isListFormat(format))
      return listDownload(columnsOf(request.t, request.locale), everyLine(request, filters), format, title);
    const after = countOf(request.query['after']);
    const found = await request.ask(publicJournal, { ...filters, after });
    return view(title, <Journal {...filters} {...found} first={after === 0} />);
  },
});

interface Filters {
  readonly words?: string;
  readonly state?: (typeof STATES)[number];
  readonly published: boolean;
}

function filtersOf({ query }: PageRequest): Filters {
  const state = STATES.find((one) => one === query['state']);
  return {
    ...present({ words: wordsOf(query['words'], 100), state }),
    published: query['published'] === 'on',
  };
}

function everyLine(request: PageRequest, filters: Filters): AsyncGenerator<PublicLine> {
  return everyRow(async (from: From<number>) => {
    const { requests, next } = await request.ask(publicJournal, { ...filters, ...from, limit: 500 });
    return { rows: requests, next };
  });
}

function columnsOf(t: Translate, locale: Locale): readonly ListColumn<PublicLine>[] {
  const title = (name: string) => t(`information-requests:columns.${name}`);
  return [
    { title: title('number'), width: 18, value: ({ number }) => number },
    { title: title('received'), width: 14, value: ({ receivedOn }) => receivedOn },
    { title: title('subject'), width: 60, value: ({ subject }) => subject },
    { title: title('unit'), width: 30, value: ({ unit }) => unit },
    { title: title('state'), width: 24, value: ({ state }) => stateName(state, locale) },
    { title: title('answered'), width: 14, value: ({ answeredOn }) => answeredOn },
  ];
}

interface Props extends Filters {
  readonly requests: readonly PublicLine[];
  readonly next: number | null;
  readonly first: boolean;
}

function Journal({ words, state, published, requests, next, first }: Props) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('information-requests:journal.title')}</h1>
      <p class="lead">{t('information-requests:journal.lead')}</p>
      <p>
        <LinkButton href="/requests/new">{t('information-requests:journal.file')}</LinkButton>{' '}
        <LinkButton look="plain" href="/requests/track">
          {t('information-requests:journal.track')}
        </LinkButton>
      </p>
      <FilterBar>
        <TextField
          name="words"
          type="search"
          label={t('information-requests:journal.words')}
          value={words ?? ''}
          width={20}
        />
        <SelectField
          name="state"
          label={t('information-requests:columns.state')}
          empty={t('information-requests:list.any')}
          value={state ?? ''}
          options={STATES.map((one) => ({ value: one, label: stateName(one, locale) }))}
        />
        <CheckboxField
          name="published"
          label={t('information-requests:journal.published')}
          checked={published}
        />
      </FilterBar>
      <JournalTable requests={requests} />
      <Pagination first={first} next={next === null ? undefined : String(next)} />
      <Downloads />
    </>
  );
}

function JournalTable({ requests }: Pick<Props, 'requests'>) {
  const { t, locale } = usePage();
  const column = (key: string) => ({ key, title: t(`information-requests:columns.${key}`) });
  return (
    <DataTable
      caption={t('information-requests:journal.title')}
      captionHidden
      rows={requests}
      keyOf={({ id }) => id}
      empty={t('information-requests:journal.empty')}
      columns={[
        {
          ...column('subject'),
          heading: true,
          cell: ({ id, subject, hasAnswer }) =>
            hasAnswer ? <a href={`/requests/answers/${id}`}>{subject}</a> : subject,
        },
        { ...column('number'), narrow: true, cell: ({ number }) => number },
        { ...column('received'), narrow: true, cell: ({ receivedOn }) => formatDate(receivedOn, locale) },
        {
          ...column('state'),
          narrow: true,
          cell: (row) => <StatusTag tone={stateTone(row.state)}>{stateName(row.state, locale)}</StatusTag>,
        },
        { ...column('unit'), cell: ({ unit }) => unit ?? '–' },
      ]}
    />
  );
}
