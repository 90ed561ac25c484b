import { z } from 'zod';
import { defineQuery } from '../../actions/define.ts';
import { formatDate, formatDateTime } from '../../calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../i18n/translate.ts';
import { LinkButton } from '../../page/components/button.tsx';
import { SelectField } from '../../page/components/choice-field.tsx';
import { type Column, DataTable } from '../../page/components/data-table.tsx';
import { FilterBar, Pagination } from '../../page/components/navigation.tsx';
import { Notice } from '../../page/components/notice.tsx';
import { TextField } from '../../page/components/text-field.tsx';
import { definePage, type Page, type PageRequest, view } from '../../page/define-page.ts';
import { getFigure } from '../ask-figure.ts';
import type { Figure } from '../figure.ts';
import { figurePath, NOT_STATED, questionOf } from '../figure-question.ts';
import { type FilterOptions, readFilterOptions } from '../read-filter-options.ts';
import type { Question } from '../read-figure.ts';
import { type PublicRow, readRows, type RowsPage } from '../read-rows.ts';
import { takeSnapshot } from '../snapshot.ts';
import { dimensionTitle, tellCell, tellMonth, tellPeriod } from '../tell-figure.ts';
import { SyntheticNote } from './synthetic-note.tsx';
import { shownColumns } from '../rows-sql.ts';

const PAGE_ROWS = 100;

interface Shown {
  readonly page: RowsPage;
  readonly options: FilterOptions;
}

/** `/figures/:id/rows`: the rows a number was counted from. */
export function rowsPage(figures: readonly Figure[]): Page {
  const readQuery = defineQuery({
    name: 'figures.read-rows',
    title: { uk: 'Записи показника', en: 'Rows of a figure' },
    input: z.object({
      id: z.string(),
      question: z.custom<Question>(),
      after: z.string(),
      newestFirst: z.boolean(),
    }),
    output: z.custom<Shown>(),
    may: ['resident'],
    run: async ({ tx }, { id, question, after, newestFirst }) => {
      await takeSnapshot(tx);
      const figure = getFigure(figures, id);
      const { from, to, where = {} } = question;
      const page = await readRows(tx, figure, {
        from,
        to,
        where,
        newestFirst,
        limit: PAGE_ROWS,
        ...(after === '' ? {} : { after }),
      });
      return { page, options: await readFilterOptions(tx, figure, page.reading) };
    },
  });
  return definePage({
    path: '/figures/:id/rows',
    may: 'anyone',
    shell: 'resident',
    cacheSeconds: 30,
    get: async (request) => {
      const figure = getFigure(figures, request.params['id'] ?? '');
      const question = questionOf(request.query, request.now);
      const newestFirst = request.query['sort'] === '-date';
      const after = request.query['after'] ?? '';
      const shown = await request.ask(readQuery, { id: figure.id, question, after, newestFirst });
      const title = request.t('figures:rows.title', { figure: figure.title[request.locale] });
      return view(
        title,
        <RowsView
          request={request}
          shown={shown}
          first={after === ''}
          newestFirst={newestFirst}
          title={title}
        />,
      );
    },
  });
}

function RowsView(props: {
  request: PageRequest;
  shown: Shown;
  first: boolean;
  newestFirst: boolean;
  title: string;
}) {
  const { t, locale, now } = props.request;
  const { page, options } = props.shown;
  const { figure, from, to, where, total } = page.reading;
  const below = figure.suppressBelow;
  return (
    <>
      <p>
        <a href={figurePath(figure.id, { from, to })}>{figure.title[locale]}</a>
      </p>
      <h1>{props.title}</h1>
      <p class="lead">
        {tellCell(figure, total, locale, t)}, {tellPeriod(figure, from, to, locale, t)}
      </p>
      <p class="figure-note">
        {t('figures:rows.lead')}
        <SyntheticNote synthetic={total.synthetic} />
      </p>
      <Filters figure={figure} page={page} options={options} />
      {total.suppressed ? (
        <Notice>{t('figures:rows.suppressed', { below })}</Notice>
      ) : (
        <>
          <Downloads page={page} />
          <DataTable<PublicRow>
            caption={props.title}
            captionHidden
            rows={page.rows}
            // Rows of one sort are alike to the letter; only their place tells them apart.
            keyOf={(row) => `${page.rows.indexOf(row)}`}
            columns={rowColumns(figure, locale, t)}
            sort={props.newestFirst ? '-date' : 'date'}
            empty={t('figures:rows.empty')}
          />
          <Pagination first={props.first} next={page.next ?? undefined} />
          {below === 0 ? null : <p class="figure-note">{t('figures:rows.dates', { below })}</p>}
        </>
      )}
      <p class="figure-note">{t('figures:counted', { moment: formatDateTime(now, locale) })}</p>
    </>
  );

  function Downloads({ page: { reading } }: { page: RowsPage }) {
    const path = (format: string): string =>
      `/api${figurePath(figure.id, { from, to, where: reading.where }, { format }, '/rows')}`;
    return (
      <p class="buttons">
        <LinkButton look="plain" href={path('xlsx')}>
          {t('registers:xlsx')}
        </LinkButton>
        <LinkButton look="plain" href={path('csv')}>
          {t('registers:csv')}
        </LinkButton>
      </p>
    );
  }

  function Filters({
    figure: of,
    page: shown,
    options: choices,
  }: {
    figure: Figure;
    page: RowsPage;
    options: FilterOptions;
  }) {
    const chosen = Object.keys(where).length > 0;
    return (
      <FilterBar {...(chosen ? { clearPath: figurePath(of.id, { from, to }, {}, '/rows') } : {})}>
        <TextField name="from" type="date" width={10} label={t('figures:from')} value={from} />
        <TextField name="to" type="date" width={10} label={t('figures:to')} value={to} />
        {choices.map(({ name, options: list }) => (
          <SelectField
            key={name}
            name={name}
            label={dimensionTitle(of, name, locale)}
            empty={t('figures:all')}
            value={shown.reading.where[name] === '' ? NOT_STATED : (shown.reading.where[name] ?? '')}
            options={list.map(({ code, label }) => ({
              value: code === '' ? NOT_STATED : code,
              label:
                code === ''
                  ? t('figures:notStated')
                  : name === 'month'
                    ? tellMonth(code, locale)
                    : label[locale],
            }))}
          />
        ))}
      </FilterBar>
    );
  }
}

function rowColumns(figure: Figure, locale: Locale, t: Translate): Column<PublicRow>[] {
  return [
    {
      key: 'date',
      title: t('figures:date'),
      narrow: true,
      sortable: true,
      cell: (row) => tellDate(row, locale, t),
    },
    ...shownColumns(figure).map(({ column, title }, index) => ({
      key: column,
      title: title[locale],
      cell: (row: PublicRow) => tellRowValue(row, index, locale, t),
    })),
    ...(figure.synthetic === undefined
      ? []
      : [
          {
            key: 'synthetic',
            title: t('figures:synthetic.label'),
            cell: ({ synthetic }: PublicRow) => synthetic ?? '',
          },
        ]),
  ];
}

function tellDate({ level, date }: PublicRow, locale: Locale, t: Translate): string {
  if (date === null) return t('figures:hidden');
  if (level === 'day') return formatDate(date, locale);
  return level === 'month' ? tellMonth(date, locale) : t('figures:year', { year: date });
}

function tellRowValue(row: PublicRow, index: number, locale: Locale, t: Translate): string {
  if (row.level === 'hidden') return t('figures:hidden');
  const value = row.values[index] ?? null;
  if (value === null) return '';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value, locale);
  return typeof value === 'boolean' ? (value ? '✓' : '–') : String(value);
}
