import type { Locale, Translate } from '../i18n/translate.ts';
import { type ComparedReading, growthOf } from './ask-figure.ts';
import type { Figure } from './figure.ts';
import { figurePath, rowsPath } from './figure-question.ts';
import type { PublicRow, RowsPage } from './read-rows.ts';
import type { Cell, Reading } from './read-figure.ts';
import { tellCellName } from './tell-figure.ts';
import { shownColumns } from './rows-sql.ts';

/** The API's answers as plain JSON. */
export function figureListAnswer(figures: readonly Figure[], locale: Locale) {
  return figures.map((figure) => ({
    ...headOf(figure, locale),
    period: figure.period,
    dimensions: dimensionsOf(figure, locale),
    url: `/api/figures/${figure.id}`,
    page: `/figures/${figure.id}`,
  }));
}

export function figureAnswer(
  { now, before }: ComparedReading,
  factsSql: string,
  countedAt: Date,
  locale: Locale,
  t: Translate,
) {
  const { figure } = now;
  return {
    ...headOf(figure, locale),
    from: now.from,
    to: now.to,
    where: now.where,
    ...valueOf(now.total),
    before: {
      from: before.from,
      to: before.to,
      ...valueOf(before.total),
      growth: growthOf(figure, now.total, before.total),
    },
    breakdown: now.breakdown.map((cell) => cellAnswer(now, cell, locale, t)),
    ...(now.margins.length > 0
      ? { margins: now.margins.map((cell) => cellAnswer(now, cell, locale, t)) }
      : {}),
    ...(now.withheld ? { withheld: true } : {}),
    dimensions: dimensionsOf(figure, locale),
    suppressBelow: figure.suppressBelow,
    sql: now.sql,
    facts: { relation: figure.facts, sql: factsSql },
    rows: apiPath(rowsPath(figure.id, now)),
    page: figurePath(figure.id, now),
    countedAt: countedAt.toISOString(),
  };
}

export function rowsAnswer(page: RowsPage, limit: number, countedAt: Date, locale: Locale) {
  const { reading } = page;
  const { figure, from, to, where, total } = reading;
  return {
    ...headOf(figure, locale),
    from,
    to,
    where,
    ...valueOf(total),
    columns: shownColumns(figure).map(({ column, title }) => ({ column, title: title[locale] })),
    rows: page.rows.map((row) => rowAnswer(figure, row)),
    ...(page.next === null
      ? {}
      : {
          next: apiPath(
            figurePath(figure.id, { from, to, where }, { limit: `${limit}`, after: page.next }, '/rows'),
          ),
        }),
    countedAt: countedAt.toISOString(),
  };
}

function rowAnswer(figure: Figure, row: PublicRow) {
  const values = Object.fromEntries(
    shownColumns(figure).map(({ column }, index) => [column, row.values[index] ?? null]),
  );
  return {
    date: row.date,
    ...values,
    ...(figure.synthetic === undefined ? {} : { synthetic: row.synthetic }),
  };
}

function headOf(figure: Figure, locale: Locale) {
  return {
    id: figure.id,
    title: figure.title[locale],
    unit: figure.unit[locale],
    definition: figure.definition[locale],
  };
}

function dimensionsOf(figure: Figure, locale: Locale) {
  const declared = figure.dimensions
    .filter(({ name }) => name !== 'month')
    .map(({ name, title }) => ({ name, title: title[locale] }));
  return figure.period === 'within'
    ? [...declared, { name: 'month', title: locale === 'uk' ? 'Місяць' : 'Month' }]
    : declared;
}

function valueOf(cell: Cell) {
  return {
    value: cell.value,
    suppressed: cell.suppressed,
    ...(cell.sample === null ? {} : { sample: cell.sample }),
    ...(cell.interval === null ? {} : { interval: cell.interval }),
    ...(cell.synthetic === 'none' ? {} : { synthetic: cell.synthetic }),
  };
}

function cellAnswer(reading: Reading, cell: Cell, locale: Locale, t: Translate) {
  return {
    by: cell.by,
    label: tellCellName(cell, Object.keys(cell.by), locale, t),
    ...valueOf(cell),
    rows: apiPath(rowsPath(reading.figure.id, { ...reading, where: { ...reading.where, ...cell.by } })),
  };
}

function apiPath(path: string): string {
  return `/api${path}`;
}
