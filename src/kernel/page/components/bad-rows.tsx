import type { ComponentChildren } from 'preact';
import type { BadRow } from '../../registers/read-sheet.ts';
import { usePage } from '../page-context.tsx';
import { DataTable } from './data-table.tsx';
import { Notice } from './notice.tsx';

interface Props {
  readonly bad: readonly BadRow[];
  /** The column as the sheet's reader calls it. */
  readonly fieldName: (field: string) => string;
  /** What these rows mean for the import; where left out: nothing is written until they are mended. */
  readonly notice?: string;
  /** What stands between the notice and the rows. */
  readonly children?: ComponentChildren;
}

/** Each place of a sheet to mend, by its row and column; a field `''` is the row as a whole. */
export function BadRows({ bad, fieldName, notice, children }: Props) {
  const { t } = usePage();
  return (
    <>
      <Notice kind="attention">{notice ?? t('registers:bad.notice', { count: bad.length })}</Notice>
      {children}
      <DataTable
        caption={t('registers:bad.title')}
        rows={bad}
        keyOf={({ row, field, sentence }) => `${row} ${field} ${sentence}`}
        columns={[
          { key: 'row', title: t('registers:bad.row'), numeric: true, cell: ({ row }) => row },
          {
            key: 'field',
            title: t('registers:bad.field'),
            narrow: true,
            cell: ({ field }) => (field === '' ? '–' : fieldName(field)),
          },
          { key: 'sentence', title: t('registers:bad.mend'), cell: ({ sentence }) => sentence },
        ]}
      />
    </>
  );
}
