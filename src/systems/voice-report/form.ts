import { rowsPath } from '../../kernel/figures/figure-question.ts';
import type { Cell } from '../../kernel/figures/read-figure.ts';
import type { Report, ReportBlock, ReportLine } from '../../kernel/figures/report/report.ts';
import type { Axis, ClassifierEntry } from '../appeals/index.ts';

/** A line of the form: a code of the classifier with its number. */
export interface FormLine {
  readonly axis: Axis;
  /** Null: values that have no code of the classifier. */
  readonly code: string | null;
  readonly label: ClassifierEntry | null;
  readonly now: FormValue;
  readonly before: FormValue;
  /** Address of the rows behind the number. */
  readonly path: string;
}

/** Hidden: fewer people than are published stand behind it. */
export type FormValue = number | 'hidden';

/** Axes of the classifier: from which block and split of the report each is told. */
const AXES: readonly { readonly axis: Axis; readonly block: string; readonly by: string }[] = [
  { axis: 'channel', block: 'received', by: 'channel' },
  { axis: 'sign', block: 'received', by: 'sign' },
  { axis: 'kind', block: 'received', by: 'kind' },
  { axis: 'sex', block: 'received', by: 'sex' },
  { axis: 'subject', block: 'received', by: 'subject' },
  { axis: 'document', block: 'received', by: 'document' },
  { axis: 'category', block: 'authors', by: 'category' },
  { axis: 'status', block: 'received', by: 'status' },
  { axis: 'outcome', block: 'received', by: 'outcome' },
  { axis: 'topic', block: 'questions', by: 'topic' },
];

/** What the form needs of the classifier. */
export const FORM_AXES: readonly Axis[] = AXES.map(({ axis }) => axis);

/** The classifier's «post (e-mail)» takes in what comes by the site. */
const SHARES_CODE: Readonly<Record<string, readonly string[]>> = { post: ['post', 'email', 'site'] };

/**
 * The form by КМУ 858: every code of the classifier in force, and last of each axis what has no code
 * or is not stated. The numbers are the report's own, so both agree.
 */
export function formOf(report: Report, entries: readonly ClassifierEntry[]): readonly FormLine[] {
  return AXES.flatMap((one) => {
    const block = report.blocks.find(({ name }) => name === one.block);
    const lines = block?.parts.find(({ plan }) => plan.by === one.by)?.lines;
    if (block === undefined || lines === undefined) return [];
    return axisLines({ ...one, block, lines, entries: entries.filter(({ axis }) => axis === one.axis) });
  });
}

interface AxisOfForm {
  readonly axis: Axis;
  readonly by: string;
  readonly block: ReportBlock;
  readonly lines: readonly ReportLine[];
  readonly entries: readonly ClassifierEntry[];
}

function axisLines({ axis, by, block, lines, entries }: AxisOfForm): readonly FormLine[] {
  const coded = entries.map((entry) => ({ entry, values: valuesOf(entry, by) }));
  const known = new Set(coded.flatMap(({ values }) => values));
  const rest = lines.map(({ now }) => now.by[by] ?? '').filter((value) => !known.has(value));
  return [...coded, { entry: null, values: rest }].map(({ entry, values }) => {
    const own = lines.filter(({ now }) => values.includes(now.by[by] ?? ''));
    return {
      axis,
      code: entry?.code ?? null,
      label: entry,
      now: sum(own.map(({ now }) => now)),
      before: sum(own.flatMap(({ before }) => before ?? [])),
      path: pathOf(block, by, values),
    };
  });
}

/** By which values of the figure an entry is told: our own name, or the code itself. */
function valuesOf({ code, own }: ClassifierEntry, by: string): readonly string[] {
  if (['category', 'status', 'topic'].includes(by)) return [code];
  return own === null ? [] : (SHARES_CODE[own] ?? [own]);
}

function sum(cells: readonly Cell[]): FormValue {
  if (cells.some(({ suppressed }) => suppressed)) return 'hidden';
  return cells.reduce((all, { value }) => all + (value ?? 0), 0);
}

/** One value opens into its rows, several into the figure with the split. */
function pathOf({ figure, period }: ReportBlock, by: string, values: readonly string[]): string {
  const [value, ...others] = values;
  if (value !== undefined && others.length === 0)
    return rowsPath(figure.id, { ...period, where: { [by]: value } });
  return `/figures/${figure.id}?from=${period.from}&to=${period.to}&by=${by}`;
}
