import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import type { CaseRow, WorkLine } from '../work-view.ts';
import { reasonWords } from './due-cell.tsx';

interface NamedKind {
  readonly name: string;
  readonly title: { readonly uk: string; readonly en: string };
}

/** Columns of a downloaded list: what stands on the screen, no more of the person. */
export function workColumns(
  t: Translate,
  locale: Locale,
  kinds: readonly NamedKind[],
): readonly ListColumn<WorkLine>[] {
  const [kind, number, title, person, ...rest] = caseColumns(t, locale, kinds);
  const step = {
    title: t('desk:columns.step'),
    width: 30,
    value: (line: WorkLine) => line.stepTitle[locale],
  };
  return [kind, number, title, person, step, ...rest].filter((column) => column !== undefined);
}

/** What every list of cases on the desk has. */
export function caseColumns(
  t: Translate,
  locale: Locale,
  kinds: readonly NamedKind[],
): readonly ListColumn<CaseRow>[] {
  const titles = new Map(kinds.map((kind) => [kind.name, kind.title[locale]]));
  const title = (name: string) => t(`desk:columns.${name}`);
  return [
    { title: title('kind'), width: 28, value: ({ kind }) => titles.get(kind) ?? kind },
    { title: title('number'), width: 20, value: ({ number }) => number },
    { title: title('title'), width: 50, value: (row) => row.title },
    { title: title('person'), width: 22, value: ({ person }) => person },
    { title: title('due'), width: 12, value: ({ dueOn }) => dueOn },
    { title: title('why'), width: 40, value: ({ why }) => (why === null ? null : reasonWords(why, t)) },
    { title: title('state'), width: 28, value: ({ stateTitle }) => stateTitle?.[locale] ?? null },
    { title: title('unit'), width: 28, value: ({ unit }) => unit },
    { title: title('executor'), width: 28, value: ({ executor }) => executor },
  ];
}
