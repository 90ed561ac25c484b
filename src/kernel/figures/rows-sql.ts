import type { Figure, Period } from './figure.ts';
import {
  type Choice,
  chooseFacts,
  MONTH_DATE,
  quoteName,
  quoteRelation,
  type Statement,
} from './figure-sql.ts';

/** Where a page of rows goes on: what the last row was ordered by. */
export interface RowCursor {
  readonly shown: string;
  readonly place: string;
}

export interface RowsQuestion extends Period {
  readonly where: Choice;
  readonly newestFirst: boolean;
  readonly after: RowCursor | null;
  /** Null = all of them. */
  readonly limit: number | null;
}

/**
 * The public rows behind a value. Facts about people are shown by the day only where at least
 * `suppressBelow` of the same kind fell on it; else by the month, else by the year, else without
 * anything (they are still counted). Within one shown date the order tells nothing of the real one.
 */
export function rowsStatement(figure: Figure, question: RowsQuestion): Statement {
  const facts = chooseFacts(figure, question, question.where);
  const guarded = figure.suppressBelow > 0 && figure.period === 'within';
  const params = [...facts.params];
  const order = question.newestFirst ? 'desc' : 'asc';
  let after = '';
  if (question.after !== null) {
    params.push(question.after.shown, question.after.place);
    const sign = question.newestFirst ? '<' : '>';
    after = `where (placed."shown", placed."place") ${sign} ($${params.length - 1}::date, $${params.length}::text)`;
  }
  const limit = question.limit === null ? '' : `\nlimit ${Math.trunc(question.limit)}`;
  const text = `with facts as not materialized (
  select *
  from ${quoteRelation(figure.facts)}
  where ${facts.text}
), placed as (
${guarded ? guardedRows(figure) : plainRows(figure)}
)
select "level", to_char("shown", 'YYYY-MM-DD') as "shown", "place"${columnNames(figure)}
from placed
${after}
order by placed."shown" ${order}, placed."place" ${order}${limit}`;
  return { text, params };
}

function columnNames(figure: Figure): string {
  return outputColumns(figure)
    .map((name) => `, ${quoteName(name)}`)
    .join('');
}

/** The columns shown beside the date; the day itself is told by the date, as exactly as it may be. */
export function shownColumns(figure: Figure): Figure['columns'] {
  return figure.columns.filter(({ column }) => column !== 'day');
}

function outputColumns(figure: Figure): readonly string[] {
  const names = shownColumns(figure).map(({ column }) => `column ${column}`);
  return figure.synthetic === undefined ? names : [...names, `column ${figure.synthetic}`];
}

/** The column of the facts that an output column shows. */
function sourceOf(name: string): string {
  return quoteName(name.slice('column '.length));
}

function plainRows(figure: Figure): string {
  const date = figure.period === 'within' ? 'day' : 'valid_from';
  const columns = outputColumns(figure).map((name) => `, ${sourceOf(name)} as ${quoteName(name)}`);
  return `  select 'day' as "level", ${quoteName(date)} as "shown", ${placeOf(figure)} as "place"${columns.join('')}
  from facts`;
}

/**
 * What tells rows of one date apart. Rows without a key that hold the same are numbered: which of
 * them comes first does not matter.
 */
function placeOf(figure: Figure): string {
  if (figure.key !== undefined) return `${quoteName(figure.key)}::text collate "C"`;
  const held = 'md5(facts::text) collate "C"';
  return `${held} || to_char(row_number() over (partition by ${held}), 'FM00000000')`;
}

/**
 * Facts are counted by kind and day first; months and years are sums of those few rows. A code that is
 * not stated counts as a kind of its own.
 */
function guardedRows(figure: Figure): string {
  const year = `date_trunc('year', "day"::timestamp)::date`;
  const codes = figure.dimensions
    .filter(({ name }) => name !== 'month')
    .map(({ code }) => `coalesce(${quoteName(code)}::text, '')`);
  // One text for kind and day: joined by five columns, the planner expects one row and loops over all.
  const kind = `concat_ws(chr(31), ${['null', ...codes].join(', ')})`;
  const below = Math.trunc(figure.suppressBelow);
  const within = (unit: string, start: string): string =>
    `${start} >= $1::date and ${start} + interval '1 ${unit} - 1 day' <= $2::date`;
  return `  select "level",
    case "level" when 'day' then "day" when 'month' then ${MONTH_DATE}
      when 'year' then ${year} else ('9999-12-31')::date end as "shown",
    md5(${placeOf(figure)}) collate "C" as "place"${guardedColumns(figure)}
  from facts join (
    select "kind" || "day" as "kind and day", case
      when "of day" >= ${below} then 'day'
      when sum("of day") over (partition by "kind", ${year}, ${MONTH_DATE}) >= ${below} and ${within('month', MONTH_DATE)} then 'month'
      when sum("of day") over (partition by "kind", ${year}) >= ${below} and ${within('year', year)} then 'year'
      else 'hidden' end as "level"
    from (
      select ${kind} collate "C" as "kind", "day", count(*) as "of day"
      from facts
      group by 1, 2
    ) counted
  ) levels on (${kind} || facts."day") collate "C" = levels."kind and day"`;
}

/** Any column that is not the kind itself may tell the hidden day again (a term, a number, a decision). */
function guardedColumns(figure: Figure): string {
  const ofKind = new Set([
    ...figure.dimensions.flatMap(({ code, label, labelEn }) => [code, label, labelEn]),
    figure.synthetic,
  ]);
  const columns = outputColumns(figure).map((name) => {
    const open = ofKind.has(name.slice('column '.length)) ? `"level" <> 'hidden'` : `"level" = 'day'`;
    return `, case when ${open} then ${sourceOf(name)}::text end as ${quoteName(name)}`;
  });
  return columns.join('');
}
