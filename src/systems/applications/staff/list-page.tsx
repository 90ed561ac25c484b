import { STATES } from '../application.ts';
import type { z } from 'zod';
import { SECTORS } from '../../service-catalogue/index.ts';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { SearchField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { dayOf, present, wordsOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import type { ApplicationLine } from '../line-view.ts';
import { listApplications } from '../queries/list-applications.ts';
import { listBodies } from '../queries/list-bodies.ts';
import { stateName } from '../words.ts';
import { ApplicationTable } from './application-table.tsx';
import { lineColumns } from './line-columns.ts';

type Filters = z.input<(typeof listApplications)['input']>;

export const listPage = definePage({
  path: '/desk/applications',
  may: ['administrator', 'specialist', 'head', 'auditor'],
  shell: 'staff',
  async get(request) {
    const filters = filtersOf(request);
    const { format, after } = request.query;
    const title = request.t('applications:list.title');
    if (isListFormat(format)) {
      return listDownload(lineColumns(request.t, request.locale), everyLine(request, filters), format, title);
    }
    const found = await request.ask(listApplications, { ...filters, ...present({ after }) });
    const { bodies } = await request.ask(listBodies, {});
    return view(
      title,
      <ApplicationList
        filters={filters}
        lines={found.applications}
        next={found.next}
        first={after === undefined}
        bodies={bodies}
      />,
    );
  },
});

/** Filters of an address that anyone may have written: what is not ours is left out. */
function filtersOf({ query }: PageRequest): Filters {
  return present({
    words: wordsOf(query['words']),
    state: STATES.find((state) => state === query['state']),
    open: query['open'] === 'true' ? true : undefined,
    unit: query['unit']?.slice(0, 60) || undefined,
    sector: SECTORS.find((sector) => sector === query['sector']),
    serviceCode: query['serviceCode']?.slice(0, 20) || undefined,
    from: dayOf(query['from']),
    to: dayOf(query['to']),
  });
}

function everyLine(request: PageRequest, filters: Filters): AsyncGenerator<ApplicationLine> {
  return everyRow(async (from: From<string>) => {
    const { applications, next } = await request.ask(listApplications, { ...filters, ...from, limit: 500 });
    return { rows: applications, next };
  });
}

interface Props {
  readonly filters: Filters;
  readonly lines: readonly ApplicationLine[];
  readonly next: string | null;
  readonly first: boolean;
  readonly bodies: readonly { readonly code: string; readonly shortName: string }[];
}

function ApplicationList({ filters, lines, next, first, bodies }: Props) {
  const { t, locale } = usePage();
  const clear = Object.keys(filters).length === 0 ? undefined : '/desk/applications';
  return (
    <>
      <h1>{t('applications:list.title')}</h1>
      <FilterBar clearPath={clear}>
        <SearchField label={t('applications:list.words')} value={filters.words ?? ''} />
        <SelectField
          name="state"
          label={t('applications:columns.state')}
          empty={t('applications:list.any')}
          value={filters.state ?? ''}
          options={STATES.map((state) => ({ value: state, label: stateName(state, locale) }))}
        />
        <SelectField
          name="sector"
          label={t('applications:list.sector')}
          empty={t('applications:list.any')}
          value={filters.sector ?? ''}
          options={SECTORS.map((sector) => ({ value: sector, label: t(`page:sector.${sector}.name`) }))}
        />
        <SelectField
          name="unit"
          label={t('applications:columns.body')}
          empty={t('applications:list.any')}
          value={filters.unit ?? ''}
          options={bodies.map(({ code, shortName }) => ({ value: code, label: shortName }))}
        />
        <TextField name="from" label={t('applications:list.from')} value={filters.from ?? ''} type="date" />
        <TextField name="to" label={t('applications:list.to')} value={filters.to ?? ''} type="date" />
      </FilterBar>
      <ApplicationTable
        caption={t('applications:list.title')}
        rows={lines}
        empty={t('applications:list.empty')}
      />
      <Pagination first={first} next={next ?? undefined} />
      <Downloads />
    </>
  );
}
