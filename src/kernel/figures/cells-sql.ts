import type { Figure, Measure, Period } from './figure.ts';
import {
  type Choice,
  chooseFacts,
  dimensionsOf,
  getSplit,
  MONTH,
  MONTH_DATE,
  quoteName,
  quoteRelation,
  type Split,
  type Statement,
} from './figure-sql.ts';

/**
 * One statement for the total and any number of breakdowns, so that they come from one snapshot.
 * `sets` are lists of dimension names; `[]` is the total. Answers one row a cell: `set` (bit mask of
 * the dimensions that are folded), code and labels of each dimension, `n`, `hits`, `value`, `synthetic`.
 *
 * The facts are first put together by all dimensions at once, which PostgreSQL does in parallel and
 * in one pass; the sets are then made of those few rows. Only a median needs every fact in every set.
 */
export function cellsStatement(
  figure: Figure,
  period: Period,
  where: Choice,
  sets: readonly (readonly string[])[],
): Statement {
  const splits = dimensionsOf(sets).map((name) => getSplit(figure, name));
  const facts = chooseFacts(figure, period, where);
  const outer = [
    splits.length === 0 ? '0 as "set"' : `grouping(${namesOf(splits)}) as "set"`,
    ...splits.flatMap((split) => [quoteName(split.name), ...labelsOf(split).map(leastLabel)]),
    ...outerValues(figure),
  ];
  const inner = [
    ...splits.flatMap((split) => [
      `${codeOf(split)} as ${quoteName(split.name)}`,
      ...labelsOf(split).map(([name, column]) => `${column} as ${name}`),
    ]),
    ...innerValues(figure),
  ];
  const grouped = splits.flatMap((split) => [
    quoteName(split.name),
    ...labelsOf(split).map(([name]) => name),
  ]);
  const together =
    isKeptWhole(figure.measure) || grouped.length === 0 ? '' : `\n  group by ${positions(grouped.length)}`;
  const text = `select ${outer.join(',\n  ')}
from (
  select ${inner.join(',\n    ')}
  from ${quoteRelation(figure.facts)}
  where ${facts.text}${together}
) facts
group by grouping sets (${sets.map((set) => `(${namesOf(set.map((name) => ({ name })))})`).join(', ')})`;
  return { text, params: facts.params };
}

function isKeptWhole(measure: Measure): boolean {
  return measure.kind === 'median';
}

function namesOf(splits: readonly { readonly name: string }[]): string {
  return splits.map(({ name }) => quoteName(name)).join(', ');
}

/** A column of the output may bear the name of a column of the facts, so groups are named by place. */
function positions(count: number): string {
  return Array.from({ length: count }, (_, index) => index + 1).join(', ');
}

/** Grouping by a date is several times cheaper than by its text; the reader cuts it to `YYYY-MM`. */
function codeOf(split: Split): string {
  return split.name === MONTH ? MONTH_DATE : split.code;
}

/** Names and columns of the labels; a month needs none. */
function labelsOf(split: Split): (readonly [name: string, column: string])[] {
  if (split.name === MONTH) return [];
  const english =
    split.labelEn === null ? [] : [[quoteName(`${split.name} label en`), split.labelEn] as const];
  return [[quoteName(`${split.name} label`), split.label], ...english];
}

/** Equal codes have equal labels; should a body have been renamed, one of its names stands for all. */
function leastLabel([name]: readonly [name: string, column: string]): string {
  return `min(${name} collate "C") as ${name}`;
}

function innerValues(figure: Figure): string[] {
  const { measure, synthetic } = figure;
  const invented = synthetic === undefined ? [] : [quoteName(synthetic)];
  if (measure.kind === 'median') {
    return [
      `${quoteName(measure.column)} as "measure"`,
      ...invented.map((column) => `${column} as "invented"`),
    ];
  }
  const column = measure.kind === 'count' ? '' : quoteName(measure.column);
  const sums = {
    count: [],
    sum: [`sum(${column}) as "sum"`],
    average: [`count(${column}) as "known"`, `sum(${column}) as "sum"`],
    share: [`count(${column}) as "known"`, `count(*) filter (where ${column}) as "hits"`],
    balance: [
      `count(${column}) as "known"`,
      `count(*) filter (where ${column} > 0) as "hits"`,
      `count(*) filter (where ${column} < 0) as "against"`,
    ],
  };
  return [
    'count(*) as "facts"',
    ...sums[measure.kind],
    ...invented.map((name) => `count(${name}) as "invented"`),
  ];
}

function outerValues({ measure, synthetic }: Figure): string[] {
  const whole = (column: string): string => `coalesce(sum("${column}"), 0)::bigint`;
  const invented = isKeptWhole(measure) ? 'count("invented")' : whole('invented');
  return [...valuesOf(measure, whole), ...(synthetic === undefined ? [] : [`${invented} as "synthetic"`])];
}

/** `n` is how many facts stand behind the value: the sample of a share, a mean or a median. */
function valuesOf(measure: Measure, whole: (column: string) => string): string[] {
  switch (measure.kind) {
    case 'count':
      return [`${whole('facts')} as "n"`, `${whole('facts')} as "value"`];
    case 'sum':
      return [`${whole('facts')} as "n"`, 'coalesce(sum("sum"), 0) as "value"'];
    case 'average':
      return [
        `${whole('known')} as "n"`,
        `round(sum("sum")::numeric / nullif(sum("known"), 0), ${measure.digits}) as "value"`,
      ];
    case 'share':
      return [
        `${whole('known')} as "n"`,
        `${whole('hits')} as "hits"`,
        `round(100.0 * sum("hits") / nullif(sum("known"), 0), ${measure.digits}) as "value"`,
      ];
    case 'balance':
      return [
        `${whole('known')} as "n"`,
        `${whole('hits')} as "hits"`,
        `${whole('against')} as "against"`,
        `round(100.0 * (sum("hits") - sum("against")) / nullif(sum("known"), 0), ${measure.digits}) as "value"`,
      ];
    case 'median':
      return [
        'count("measure") as "n"',
        `round((percentile_cont(0.5) within group (order by "measure"))::numeric, ${measure.digits}) as "value"`,
      ];
  }
}
