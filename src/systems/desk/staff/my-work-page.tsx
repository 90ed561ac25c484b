import type { z } from 'zod';
import { hasRole, STAFF_ROLES } from '../../../kernel/actions/actor.ts';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { FigureNumber, FigureRow } from '../../../kernel/page/components/figure-number.tsx';
import { FilterBar, Pagination, Tabs } from '../../../kernel/page/components/navigation.tsx';
import { HiddenField, SearchField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, redirect, view } from '../../../kernel/page/define-page.ts';
import { changeQuery, usePage } from '../../../kernel/page/page-context.tsx';
import { present, wordsOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { myWork } from '../queries/my-work.ts';
import { MY_WORK, SHOWN, type Shown } from '../shown.ts';
import { BURNS } from '../work-store.ts';
import type { WorkLine } from '../work-view.ts';
import { workColumns } from './work-columns.ts';
import { Take, WorkTable } from './work-table.tsx';

type Filters = Pick<z.input<(typeof myWork)['input']>, 'kind' | 'step' | 'burns' | 'words'> & {
  readonly show: Shown;
};
type Work = z.output<(typeof myWork)['output']>;

/** One place for the work of one person; those for whom none waits are led to their first page. */
export const myWorkPage = definePage({
  path: '/desk',
  may: STAFF_ROLES,
  shell: 'staff',
  async get(request) {
    if (!hasRole(request.actor, ...MY_WORK)) return redirect('/desk/first');
    const filters = filtersOf(request);
    const { format, after } = request.query;
    const title = request.t('desk:work.title');
    const work = await request.ask(myWork, { ...filters, ...present({ after }) });
    if (isListFormat(format)) {
      const columns = workColumns(request.t, request.locale, work.kinds);
      return listDownload(columns, everyLine(request, filters), format, title);
    }
    return view(title, <MyWork work={work} filters={filters} first={after === undefined} />);
  },
});

/** Tabs of the list as it was when it knew applications only. */
const OLD_TABS: Readonly<Record<string, Shown>> = { untaken: 'free', burning: 'waiting', paused: 'others' };

/** Filters of an address that anyone may have written: what is not ours is left out. */
function filtersOf({ query }: PageRequest): Filters {
  const show = query['show'] ?? '';
  return {
    show: SHOWN.find((one) => one === show) ?? OLD_TABS[show] ?? 'waiting',
    ...present({
      kind: wordsOf(query['kind'], 80),
      step: wordsOf(query['step'], 60),
      burns: BURNS.find((burns) => burns === query['burns']),
      words: wordsOf(query['words']),
    }),
  };
}

function everyLine(request: PageRequest, filters: Filters): AsyncGenerator<WorkLine> {
  return everyRow(async (from: From<string>) => {
    const { lines, next } = await request.ask(myWork, { ...filters, ...from, limit: 500 });
    return { rows: lines, next };
  });
}

interface Props {
  readonly work: Work;
  readonly filters: Filters;
  readonly first: boolean;
}

function MyWork({ work, filters, first }: Props) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('desk:work.title')}</h1>
      <Counts work={work} />
      <Next lines={work.lines} />
      <Tabs
        label={t('desk:work.shown')}
        tabs={SHOWN.map((show) => ({
          path: show === 'waiting' ? '/desk' : `/desk?show=${show}`,
          label: t(`desk:show.${show}`),
          current: show === filters.show,
          count: work.counts[show],
        }))}
      />
      <Filters work={work} filters={filters} />
      <WorkTable
        caption={t('desk:work.title')}
        lines={work.lines}
        kinds={work.kinds}
        empty={<Nothing work={work} filters={filters} />}
      />
      <Pagination first={first} next={work.next ?? undefined} />
      {work.lines.length === 0 ? null : <Downloads />}
    </>
  );
}

/** One key for the most urgent: to take it, or to open it where there is nothing to take. */
function Next({ lines }: { lines: readonly WorkLine[] }) {
  const { t } = usePage();
  const free = lines.find(({ deed }) => deed !== null);
  if (free !== undefined) return <Take line={free} hotkey="F2" />;
  const [first] = lines;
  if (first === undefined) return null;
  return (
    <p>
      <LinkButton href={first.path} hotkey="F2">
        {t('desk:work.openNext', { number: first.number ?? first.title })}
      </LinkButton>
    </p>
  );
}

/** What burns, counted of what waits for me; each number leads to its rows. */
function Counts({ work: { counts } }: { work: Work }) {
  const { t, locale } = usePage();
  return (
    <FigureRow>
      {(['overdue', 'today', 'week'] as const).map((burns) => (
        <FigureNumber
          key={burns}
          name={t(`desk:burns.${burns}`)}
          value={formatNumber(counts[burns], locale)}
          {...(counts[burns] === 0 ? {} : { href: `/desk?burns=${burns}` })}
        />
      ))}
      <FigureNumber name={t('desk:work.waits')} value={formatNumber(counts.waiting, locale)} href="/desk" />
    </FigureRow>
  );
}

function Filters({ work, filters }: Pick<Props, 'work' | 'filters'>) {
  const { t, locale } = usePage();
  const { show, kind, step, burns, words } = filters;
  const isNarrow = kind !== undefined || step !== undefined || burns !== undefined || words !== undefined;
  const steps = work.kinds.find(({ name }) => name === kind)?.steps ?? [];
  return (
    <FilterBar clearPath={isNarrow ? `/desk?show=${show}` : undefined}>
      <HiddenField name="show" value={show} />
      <SearchField label={t('desk:work.words')} value={words ?? ''} />
      {work.kinds.length < 2 ? null : (
        <SelectField
          name="kind"
          label={t('desk:columns.kind')}
          empty={t('desk:any')}
          value={kind ?? ''}
          options={work.kinds.map(({ name, title, count }) => ({
            value: name,
            label: `${title[locale]} (${formatNumber(count, locale)})`,
          }))}
        />
      )}
      {steps.length < 2 ? null : (
        <SelectField
          name="step"
          label={t('desk:columns.step')}
          empty={t('desk:any')}
          value={step ?? ''}
          options={steps.map(({ name, title }) => ({ value: name, label: title[locale] }))}
        />
      )}
      <SelectField
        name="burns"
        label={t('desk:columns.due')}
        empty={t('desk:any')}
        value={burns ?? ''}
        options={BURNS.map((one) => ({ value: one, label: t(`desk:burns.${one}`) }))}
      />
    </FilterBar>
  );
}

/** Nothing here: what to do then. */
function Nothing({ work: { counts }, filters }: Pick<Props, 'work' | 'filters'>) {
  const { t, url } = usePage();
  const { show, ...narrow } = filters;
  if (Object.keys(narrow).length > 0) {
    const wider = changeQuery(url, { kind: null, step: null, burns: null, words: null, after: null });
    return (
      <EmptyState action={<a href={wider}>{t('desk:empty.clear')}</a>}>{t('desk:empty.filtered')}</EmptyState>
    );
  }
  const other = SHOWN.find((one) => one !== show && counts[one] > 0);
  return (
    <EmptyState
      action={
        other === undefined ? undefined : <a href={`/desk?show=${other}`}>{t(`desk:empty.open.${other}`)}</a>
      }
    >
      {t(`desk:empty.${show}`)}
    </EmptyState>
  );
}
