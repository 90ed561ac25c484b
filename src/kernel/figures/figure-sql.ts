import type { Dimension, Figure, Measure, Period } from './figure.ts';

/** A statement with its parameters. Identifiers come from declarations only, values from parameters only. */
export interface Statement {
  readonly text: string;
  readonly params: readonly string[];
}

/** Dimension name → code; `''` chooses the facts where it is not stated. */
export type Choice = Readonly<Record<string, string>>;

export const MONTH = 'month';

const MONTH_EXPRESSION = `date_trunc('month', "day"::timestamp)::date`;
const MONTH_CODE = `to_char(${MONTH_EXPRESSION}, 'YYYY-MM')`;

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteRelation(facts: string): string {
  return facts.split('.').map(quoteName).join('.');
}

interface Split {
  readonly name: string;
  readonly code: string;
  readonly label: string;
  readonly labelEn: string;
}

function splitOf(dimension: Dimension): Split {
  const label = `${quoteName(dimension.label)}::text`;
  return {
    name: dimension.name,
    code: `${quoteName(dimension.code)}::text`,
    label,
    labelEn: dimension.labelEn === undefined ? label : `${quoteName(dimension.labelEn)}::text`,
  };
}

/** Every split a figure knows: its dimensions, and the month of its day. */
export function splitsOf(figure: Figure): readonly Split[] {
  const declared = figure.dimensions.filter(({ name }) => name !== MONTH).map(splitOf);
  if (figure.period === 'at-end') return declared;
  return [...declared, { name: MONTH, code: MONTH_CODE, label: MONTH_CODE, labelEn: MONTH_CODE }];
}

function getSplit(figure: Figure, name: string): Split {
  const split = splitsOf(figure).find((one) => one.name === name);
  if (split === undefined) throw new Error(`Figure ${figure.id} has no dimension ${name}`);
  return split;
}

/** Grouping by a date is several times cheaper than by its text; the reader cuts it to `YYYY-MM`. */
function groupedCode(split: Split): string {
  return split.name === MONTH ? MONTH_EXPRESSION : split.code;
}

function valueOf(measure: Measure): string {
  switch (measure.kind) {
    case 'count':
      return 'count(*)';
    case 'sum':
      return 'coalesce(sum("measure"), 0)';
    case 'average':
      return `round(avg("measure")::numeric, ${measure.digits})`;
    case 'median':
      return `round((percentile_cont(0.5) within group (order by "measure"))::numeric, ${measure.digits})`;
    case 'share':
      return `round(100.0 * count(*) filter (where "measure") / nullif(count("measure"), 0), ${measure.digits})`;
  }
}

/** How many facts stand behind a value: the sample of a share, a mean or a median. */
function countOf(measure: Measure): string {
  return measure.kind === 'count' || measure.kind === 'sum' ? 'count(*)' : 'count("measure")';
}

/** `where` of the period and of the chosen codes. */
export function chooseFacts(figure: Figure, period: Period, where: Choice): Statement {
  const params: string[] = figure.period === 'within' ? [period.from, period.to] : [period.to];
  const conditions =
    figure.period === 'within'
      ? ['"day" between $1::date and $2::date']
      : ['"valid_from" <= $1::date', '("valid_to" is null or "valid_to" > $1::date)'];
  for (const [name, code] of Object.entries(where)) {
    const split = getSplit(figure, name);
    if (code === '') {
      conditions.push(`${split.code} is null`);
    } else {
      params.push(code);
      conditions.push(`${split.code} = $${params.length}`);
    }
  }
  return { text: conditions.join('\n    and '), params };
}

/**
 * One statement for the total and any number of breakdowns, so that they come from one snapshot.
 * `sets` are lists of dimension names; `[]` is the total. Answers one row a cell:
 * `set` (bit mask of the dimensions that are folded), code and labels of each dimension, `n`,
 * `hits`, `value`, `synthetic`.
 */
export function cellsStatement(
  figure: Figure,
  period: Period,
  where: Choice,
  sets: readonly (readonly string[])[],
): Statement {
  const splits = dimensionsOf(sets).map((name) => getSplit(figure, name));
  const facts = chooseFacts(figure, period, where);
  const inner = [
    ...splits.flatMap((split) => [
      `${groupedCode(split)} as ${quoteName(split.name)}`,
      ...(split.name === MONTH ? [] : labelColumns(split)),
    ]),
    ...('column' in figure.measure ? [`${quoteName(figure.measure.column)} as "measure"`] : []),
    ...(figure.synthetic === undefined ? [] : [`${quoteName(figure.synthetic)} as "invented"`]),
  ];
  const groups = sets.map(
    (set) => `(${set.flatMap((name) => groupNames(getSplit(figure, name))).join(', ')})`,
  );
  const outer = [
    splits.length === 0
      ? '0 as "set"'
      : `grouping(${splits.map((split) => quoteName(split.name)).join(', ')}) as "set"`,
    ...splits.flatMap(groupNames),
    `${countOf(figure.measure)} as "n"`,
    `${valueOf(figure.measure)} as "value"`,
    ...(figure.measure.kind === 'share' ? ['count(*) filter (where "measure") as "hits"'] : []),
    ...(figure.synthetic === undefined ? [] : ['count("invented") as "synthetic"']),
  ];
  const text = `select ${outer.join(',\n  ')}
from (
  select ${inner.join(',\n    ')}
  from ${quoteRelation(figure.facts)}
  where ${facts.text}
) facts
group by grouping sets (${groups.join(', ')})`;
  return { text, params: facts.params };
}

function labelColumns(split: Split): string[] {
  return [
    `${split.label} as ${quoteName(`${split.name} label`)}`,
    `${split.labelEn} as ${quoteName(`${split.name} label en`)}`,
  ];
}

function groupNames(split: Split): string[] {
  const names = [split.name];
  if (split.name !== MONTH) names.push(`${split.name} label`, `${split.name} label en`);
  return names.map(quoteName);
}

/** The names used in the sets, each once, in the order in which `grouping` has them. */
export function dimensionsOf(sets: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(sets.flat())];
}

/** Which synthetic notes stand in the facts of a period. */
export function notesStatement(figure: Figure, column: string, period: Period, where: Choice): Statement {
  const facts = chooseFacts(figure, period, where);
  const note = quoteName(column);
  const text = `select ${note} as "note", count(*) as "n"
from ${quoteRelation(figure.facts)}
where ${facts.text}
    and ${note} is not null
group by 1 order by 2 desc limit 20`;
  return { text, params: facts.params };
}

/** The statement as a person would type it: parameters put in as literals. */
export function showStatement({ text, params }: Statement): string {
  return text.replaceAll(/\$(\d+)/g, (_, index: string) => {
    const value = params[Number(index) - 1] ?? '';
    return `'${value.replaceAll("'", "''")}'`;
  });
}

export { getSplit, quoteRelation };
