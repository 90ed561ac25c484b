import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { SearchField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { present, wordsOf } from '../../../kernel/page/read-address.ts';
import { TERM_MARKS, type TermMark } from '../../../kernel/cases/index.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { controlOfTerms } from '../queries/control-of-terms.ts';
import { listOpenCases, type OpenCase } from '../queries/list-open-cases.ts';
import { TERMS } from '../shown.ts';
import { NO_UNIT } from '../terms.ts';
import { CaseTable, holdersOf } from './case-table.tsx';
import { askedOf } from './terms-page.tsx';
import { type Asked, type Control, termsPath } from './terms-tables.tsx';
import { caseColumns } from './work-columns.ts';

interface Filters extends Asked {
  readonly mark?: TermMark;
  readonly words?: string;
}

/** The rows behind a number of the control of terms. */
export const termCasesPage = definePage({
  path: '/desk/terms/cases',
  may: TERMS,
  shell: 'staff',
  async get(request) {
    const filters = filtersOf(request);
    const { format, after } = request.query;
    const title = request.t('desk:terms.cases');
    const control = await request.ask(controlOfTerms, {});
    if (isListFormat(format)) {
      return listDownload(columnsOf(request, control), everyCase(request, filters), format, title);
    }
    const { cases, next } = await request.ask(listOpenCases, { ...filters, ...present({ after }) });
    return view(
      title,
      <Cases control={control} filters={filters} cases={cases} next={next} first={after === undefined} />,
    );
  },
});

function filtersOf(request: PageRequest): Filters {
  const { mark, words } = request.query;
  return {
    ...askedOf(request),
    ...present({ mark: TERM_MARKS.find((one) => one === mark), words: wordsOf(words) }),
  };
}

function everyCase(request: PageRequest, filters: Filters): AsyncGenerator<OpenCase> {
  return everyRow(async (from: From<string>) => {
    const { cases, next } = await request.ask(listOpenCases, { ...filters, ...from, limit: 500 });
    return { rows: cases, next };
  });
}

function columnsOf({ t, locale }: PageRequest, { kinds }: Control): readonly ListColumn<OpenCase>[] {
  return [
    ...caseColumns(t, locale, kinds),
    { title: t('desk:columns.daysLate'), width: 10, value: ({ daysLate }) => daysLate },
    { title: t('desk:columns.holders'), width: 50, value: (row) => holdersOf(row, t) },
  ];
}

interface Props {
  readonly control: Control;
  readonly filters: Filters;
  readonly cases: readonly OpenCase[];
  readonly next: string | null;
  readonly first: boolean;
}

function Cases({ control, filters, cases, next, first }: Props) {
  const { t, locale } = usePage();
  const { kind, unit, mark, words } = filters;
  const asked = present({ kind, unit });
  return (
    <>
      <h1>{t('desk:terms.cases')}</h1>
      <p>
        <a href={termsPath('', asked)}>← {t('desk:terms.title')}</a>
      </p>
      <FilterBar clearPath={Object.keys(filters).length === 0 ? undefined : '/desk/terms/cases'}>
        <SearchField label={t('desk:work.words')} value={words ?? ''} />
        <SelectField
          name="mark"
          label={t('desk:columns.due')}
          empty={t('desk:any')}
          value={mark ?? ''}
          options={TERM_MARKS.map((one) => ({ value: one, label: t(`desk:marks.${one}`) }))}
        />
        <SelectField
          name="kind"
          label={t('desk:columns.kind')}
          empty={t('desk:any')}
          value={kind ?? ''}
          options={control.kinds.map(({ name, title }) => ({ value: name, label: title[locale] }))}
        />
        <SelectField
          name="unit"
          label={t('desk:columns.unit')}
          empty={t('desk:any')}
          value={unit ?? ''}
          options={control.units.map(({ code, name }) => ({
            value: code,
            label: code === NO_UNIT ? t('desk:terms.noUnit') : (name ?? code),
          }))}
        />
      </FilterBar>
      <CaseTable
        caption={t('desk:terms.cases')}
        cases={cases}
        kinds={control.kinds}
        empty={t('desk:empty.filtered')}
      />
      <Pagination first={first} next={next ?? undefined} />
      <Downloads />
    </>
  );
}
