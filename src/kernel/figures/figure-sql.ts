import type { Dimension, Figure, Period } from './figure.ts';

/** A statement with its parameters. Identifiers come from declarations only, values from parameters only. */
export interface Statement {
  readonly text: string;
  readonly params: readonly string[];
}

/** Dimension name → code; `''` chooses the facts where it is not stated. */
export type Choice = Readonly<Record<string, string>>;

export const MONTH = 'month';

export const MONTH_DATE = `date_trunc('month', "day"::timestamp)::date`;
const MONTH_CODE = `to_char(${MONTH_DATE}, 'YYYY-MM')`;

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteRelation(facts: string): string {
  return facts.split('.').map(quoteName).join('.');
}

export interface Split {
  readonly name: string;
  readonly code: string;
  readonly label: string;
  /** Null where both languages read `label`. */
  readonly labelEn: string | null;
}

function splitOf(dimension: Dimension): Split {
  const label = `${quoteName(dimension.label)}::text`;
  return {
    name: dimension.name,
    code: `${quoteName(dimension.code)}::text`,
    label,
    labelEn: dimension.labelEn === undefined ? null : `${quoteName(dimension.labelEn)}::text`,
  };
}

/** Every split a figure knows: its dimensions, and the month of its day. */
export function splitsOf(figure: Figure): readonly Split[] {
  const declared = figure.dimensions.filter(({ name }) => name !== MONTH).map(splitOf);
  if (figure.period === 'at-end') return declared;
  return [...declared, { name: MONTH, code: MONTH_CODE, label: MONTH_CODE, labelEn: null }];
}

export function getSplit(figure: Figure, name: string): Split {
  const split = splitsOf(figure).find((one) => one.name === name);
  if (split === undefined) throw new Error(`Figure ${figure.id} has no dimension ${name}`);
  return split;
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

/** The names used in the sets, each once, in the order in which `grouping` has them. */
export function dimensionsOf(sets: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(sets.flat())];
}

/** The statement as a person would type it: parameters put in as literals. */
export function showStatement({ text, params }: Statement): string {
  return text.replaceAll(/\$(\d+)/g, (_, index: string) => {
    const value = params[Number(index) - 1] ?? '';
    return `'${value.replaceAll("'", "''")}'`;
  });
}
