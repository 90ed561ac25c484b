import type { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { formatDate, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { SearchField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { dayOf, present, wordsOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { STATES } from '../progress.ts';
import { type ComplexLine, listComplex } from '../queries/list-complex.ts';
import { listPlansQuery } from '../queries/list-plans.ts';
import { wholeState, wholeTone } from '../words.ts';

type Filters = z.input<(typeof listComplex)['input']>;

export const listPage = definePage({
  path: '/desk/complex',
  may: ['administrator', 'head', 'auditor'],
  shell: 'staff',
  async get(request) {
    const { t, locale, query } = request;
    const filters = filtersOf(request);
    const title = t('complex-services:list.title');
    if (isListFormat(query['format']))
      return listDownload(columnsOf(t, locale), everyLine(request, filters), query['format'], title);
    const { after } = query;
    const found = await request.ask(listComplex, { ...filters, ...present({ after }) });
    const { plans } = await request.ask(listPlansQuery, {});
    const options = plans.map((plan) => ({ value: plan.code, label: plan.title[locale] || plan.title.uk }));
    return view(
      title,
      <ComplexList
        filters={filters}
        lines={found.applications}
        next={found.next}
        first={after === undefined}
        plans={options}
      />,
    );
  },
});

/** Filters of an address that anyone may have written: what is not ours is left out. */
function filtersOf({ query }: PageRequest): Filters {
  return present({
    words: wordsOf(query['words']),
    state: STATES.find((state) => state === query['state']),
    plan: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(query['plan'] ?? '') ? query['plan'] : undefined,
    from: dayOf(query['from']),
    to: dayOf(query['to']),
  });
}

function everyLine(request: PageRequest, filters: Filters): AsyncGenerator<ComplexLine> {
  return everyRow(async (from: From<string>) => {
    const { applications, next } = await request.ask(listComplex, { ...filters, ...from, limit: 500 });
    return { rows: applications, next };
  });
}

function columnsOf(t: Translate, locale: Locale): readonly ListColumn<ComplexLine>[] {
  const title = (name: string) => t(`complex-services:list.${name}`);
  return [
    { title: title('number'), width: 20, value: ({ number }) => number },
    { title: title('plan'), width: 30, value: (line) => line.title },
    { title: title('applicant'), width: 30, value: ({ applicant }) => applicant },
    { title: title('state'), width: 24, value: ({ state }) => wholeState(state, locale) },
    { title: title('parts'), width: 10, value: ({ parts }) => parts },
    { title: title('decided'), width: 10, value: ({ decided }) => decided },
    { title: title('refused'), width: 10, value: ({ refused }) => refused },
    { title: title('filed'), width: 12, value: ({ registeredAt }) => kyivDate(registeredAt) },
    { title: title('promised'), width: 12, value: ({ promisedOn }) => promisedOn },
    { title: title('ended'), width: 12, value: ({ endedOn }) => endedOn },
  ];
}

interface Props {
  readonly filters: Filters;
  readonly lines: readonly ComplexLine[];
  readonly next: string | null;
  readonly first: boolean;
  readonly plans: readonly { readonly value: string; readonly label: string }[];
}

function ComplexList({ filters, lines, next, first, plans }: Props) {
  const { t, locale, actor } = usePage();
  const word = (name: string) => t(`complex-services:list.${name}`);
  return (
    <>
      <h1>{word('title')}</h1>
      {hasRole(actor, 'administrator') ? (
        <p>
          <LinkButton href="/desk/complex/new" hotkey="F2">
            {t('complex-services:desk.new')}
          </LinkButton>
        </p>
      ) : null}
      <FilterBar clearPath={Object.keys(filters).length === 0 ? undefined : '/desk/complex'}>
        <SearchField label={word('words')} value={filters.words ?? ''} />
        <SelectField
          name="plan"
          label={word('plan')}
          empty={word('any')}
          value={filters.plan ?? ''}
          options={plans}
        />
        <SelectField
          name="state"
          label={word('state')}
          empty={word('any')}
          value={filters.state ?? ''}
          options={STATES.map((state) => ({ value: state, label: wholeState(state, locale) }))}
        />
        <TextField name="from" label={word('from')} value={filters.from ?? ''} type="date" />
        <TextField name="to" label={word('to')} value={filters.to ?? ''} type="date" />
      </FilterBar>
      <DataTable
        caption={word('title')}
        captionHidden
        rows={lines}
        keyOf={({ id }) => id}
        empty={word('empty')}
        columns={[
          {
            key: 'number',
            title: word('number'),
            heading: true,
            narrow: true,
            cell: ({ id, number }) => <a href={`/desk/complex/${id}`}>{number}</a>,
          },
          { key: 'plan', title: word('plan'), cell: (line) => line.title },
          { key: 'applicant', title: word('applicant'), cell: ({ applicant }) => applicant },
          {
            key: 'state',
            title: word('state'),
            narrow: true,
            cell: ({ state, isOpen }) => (
              <StatusTag tone={wholeTone(isOpen)}>{wholeState(state, locale)}</StatusTag>
            ),
          },
          {
            key: 'parts',
            title: word('progress'),
            narrow: true,
            cell: ({ decided, parts, refused }) =>
              t(refused === 0 ? 'complex-services:list.of' : 'complex-services:list.ofRefused', {
                decided,
                parts,
                refused,
              }),
          },
          {
            key: 'filed',
            title: word('filed'),
            narrow: true,
            cell: ({ registeredAt }) => formatDate(registeredAt, locale),
          },
          {
            key: 'promised',
            title: word('promised'),
            narrow: true,
            cell: ({ promisedOn, isOpen }) =>
              promisedOn === null ? '–' : <DueBadge dueOn={promisedOn} finished={!isOpen} />,
          },
        ]}
      />
      <Pagination first={first} next={next ?? undefined} />
      <Downloads />
    </>
  );
}
