import type { Translate } from '../../../kernel/i18n/translate.ts';
import { holderName } from '../../../kernel/cases/view/holder-name.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { OpenCase } from '../queries/list-open-cases.ts';
import { DueCell } from './due-cell.tsx';
import { KindMark } from './kind-mark.tsx';
import type { Control } from './terms-tables.tsx';

interface Props {
  readonly caption: string;
  readonly cases: readonly OpenCase[];
  readonly kinds: Control['kinds'];
  readonly empty: string;
  /** A sheet is narrow: the state is left out. */
  readonly paper?: boolean;
}

/** Open cases of every kind: where each lies, and whose days went by. */
export function CaseTable({ caption, cases, kinds, empty, paper }: Props) {
  const { t, locale } = usePage();
  const known = new Map(kinds.map((kind) => [kind.name, kind]));
  const column = (key: string) => ({ key, title: t(`desk:columns.${key}`) });
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={cases}
      keyOf={({ id }) => id}
      empty={empty}
      mark={({ daysLate }) => (daysLate > 0 ? 'late' : undefined)}
      columns={[
        {
          ...column('number'),
          heading: true,
          cell: ({ path, number, kind }) => (
            <>
              <a class="unbroken" href={path}>
                {number}
              </a>
              <KindMark icon={known.get(kind)?.icon ?? ''} title={known.get(kind)?.title[locale] ?? kind} />
            </>
          ),
        },
        { ...column('title'), cell: ({ title }) => title },
        ...(paper ? [] : [{ ...column('state'), cell: ({ stateTitle }: OpenCase) => stateTitle?.[locale] }]),
        { ...column('due'), cell: (row) => <DueCell row={row} /> },
        { ...column('executor'), cell: ({ executor, unit }) => [unit, executor].filter(Boolean).join(', ') },
        { ...column('holders'), cell: (row) => holdersOf(row, t) },
      ]}
    />
  );
}

/** «Архітектура – 12 днів, заявник – 3 дні». */
export function holdersOf({ holders }: Pick<OpenCase, 'holders'>, t: Translate): string {
  return holders
    .filter(({ days }) => days > 0)
    .map(
      ({ holderKind, holder, days }) =>
        `${holderName(holderKind, holder, t)} – ${t('page:timeline.days', { count: days })}`,
    )
    .join(', ');
}
